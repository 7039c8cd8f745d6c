"""The catalogue of models: looked through by everybody, kept in order by supervisors."""
