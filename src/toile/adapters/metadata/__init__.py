"""Words inside the file: XMP and IIM."""
