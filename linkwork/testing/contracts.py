"""What import-linter lacks: a contract that keeps every room's tables inside the room."""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output
from importlinter.domain.helpers import module_expressions_to_modules


class PrivateContract(Contract):
    """Modules that only their own package may import, wherever they are.

    Said once for all rooms with a wildcard, so a new room is covered without anyone remembering it.

    Options: `private_modules`, a list of module expressions; each module matched, and what lies under it, may be
    imported by its parent package and by nothing else.
    """

    type_name = "private"

    private_modules = fields.ListField(subfield=fields.ModuleExpressionField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find each direct import of a private module from outside its package."""
        trespasses = [
            f"{importer} -> {module}"
            for private in module_expressions_to_modules(graph, self.private_modules)  # type: ignore[arg-type]
            for module in sorted({private.name, *graph.find_descendants(private.name)})
            for importer in sorted(graph.find_modules_that_directly_import(module))
            if not f"{importer}.".startswith(f"{private.name.rpartition('.')[0]}.")
        ]
        return ContractCheck(kept=not trespasses, metadata={"trespasses": trespasses})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print each import that has to go."""
        output.print_error("Ask the room through its reads and actions instead:", bold=False)
        for trespass in check.metadata["trespasses"]:
            output.print_error(f"- {trespass}", bold=False)
