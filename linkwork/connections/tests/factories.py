"""A person with a need and a service, made through actions."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID
