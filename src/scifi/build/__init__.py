"""From files to a finished folder: charts drawn, assets bundled, the engine run."""
