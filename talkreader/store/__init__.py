"""All SQL: schema and migrations, library, search, notes, backup."""
