"""What is a document, and how is one read? File formats, layout and text; no models, no stores."""
