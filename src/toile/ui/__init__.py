"""The studio in the browser. The only place that knows Streamlit; it decides nothing itself."""
