"""Views of measures, a file per thing one does."""
