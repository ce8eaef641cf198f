"""Add somebody who can sign in, or list who can.

  linkwork user add --email i@example.org --name "Ida Berg" --programme "North practices" --new-programme \\
      --role administrator --role manager
  linkwork user add --email a@example.org --name "Amal Haddad" --programme "North practices" --role worker
  linkwork user list

Without --password one is made up and printed once. Roles: worker, manager, supervisor, evaluator, adviser,
administrator; give --role several times for several roles. --new-programme makes a programme that does not exist, and
the database too where there is none. Then `linkwork serve`, and sign in; docs/how-to/set-up-a-programme.md goes on.
"""

import argparse
import secrets
from uuid import UUID

from django.utils import timezone

from linkwork.commands.database import bring_up_to_date
from linkwork.commands.line import Outcome
from linkwork.core.errors import NotFound
from linkwork.core.viewer import Role, system
from linkwork.programmes import actions, reads
from linkwork.programmes.rules import Model


def arguments(parser: argparse.ArgumentParser) -> None:
    """add or list, and who."""
    parser.add_argument("what", choices=["add", "list"])
    parser.add_argument("--email", help="what they sign in with")
    parser.add_argument("--name", help="what colleagues call them")
    parser.add_argument("--programme", help="the programme's name")
    parser.add_argument(
        "--new-programme", action="store_true", help="make the programme where it does not exist"
    )
    parser.add_argument("--role", action="append", choices=[role.value for role in Role], default=[])
    parser.add_argument("--password", help="otherwise one is made up and printed once")


def run(options: argparse.Namespace) -> Outcome:
    """Add or list."""
    return _list() if options.what == "list" else _add(options)


def _list() -> Outcome:
    found = [
        {"programme": card.name, "name": worker.name, "roles": sorted(worker.roles)}
        for card in reads.all_programmes()
        for worker in reads.workers(system(card.id))
    ]
    lines = [f"{row['programme']}: {row['name']} ({', '.join(row['roles']) or 'no role'})" for row in found]
    return Outcome(lines or ["Nobody yet. Try: linkwork demo"], {"workers": found})


def _add(options: argparse.Namespace) -> Outcome:
    for name in ("email", "name", "programme"):
        if not getattr(options, name):
            raise NotFound(f"Say --{name}: see linkwork user --help.")
    bring_up_to_date()
    now = timezone.now()
    programme_id = _programme(options)
    by = system(programme_id)
    login_id, password = reads.login_named(options.email), None
    if login_id is None:
        password = options.password or secrets.token_urlsafe(12)
        login_id = actions.create_login(email=options.email, password=password, by=by, at=now)
    roles = [Role(name) for name in options.role or [Role.WORKER]]
    actions.add_worker(name=options.name, roles=roles, since=now.date(), login_id=login_id, by=by, at=now)
    lines = [f"{options.name} can sign in as {options.email} ({', '.join(roles)})."]
    if password and not options.password:
        lines.append(f"Password, shown this once: {password}")
    return Outcome(lines, {"login": str(login_id), "password": password})


def _programme(options: argparse.Namespace) -> UUID:
    known = {card.name: card.id for card in reads.all_programmes()}
    if options.programme in known:
        return known[options.programme]
    if not options.new_programme:
        names = ", ".join(sorted(known)) or "none yet"
        raise NotFound(
            f'There is no programme "{options.programme}" (known: {names}). Add --new-programme to make it.'
        )
    return actions.create_programme(
        name=options.programme,
        model=Model.LINK_WORK,
        worker_word="link worker",
        person_word="person",
        people_word="people",
        by=system(None),
        at=timezone.now(),
    )
