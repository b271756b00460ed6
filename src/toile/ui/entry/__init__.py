"""The script Streamlit runs; apart from ``pages``, which Streamlit would take for its own."""
