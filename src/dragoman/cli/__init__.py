"""The command line: one module a command, each as thin as the library lets it be."""
