"""What does the library hold, and where does it say that? Adding, removing, checking and searching."""
