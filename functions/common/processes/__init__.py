"""Work in processes that can be killed.

A fork server (`fork_server`) imports what the work needs and forks a worker whenever one is wanted; a worker
(`worker`) does one task after the other under a budget of processor time and of address space; the pool (`pool`)
keeps a fixed number of them, kills the one that is past its deadline, and replaces those that die.

Why not what exists: one dead worker breaks all of `concurrent.futures.ProcessPoolExecutor` and loses every request
in it, and it cannot kill one; pebble can, but its licence (LGPL) is one that `make audit` refuses; multiprocessing's
own fork server needs a folder that can be written to and a helper process of its own.
"""
