"""What people say of the support and of services: asked with a worker or by their own link, shown in sum."""
