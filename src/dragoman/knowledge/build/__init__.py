"""Makes the built tables from their sources: `python -m dragoman.knowledge.build [table ...]`.

Needs the extra `tables` and the source data in `shared/` beside the repository.
"""
