"""What is done to a finished site: policy, service worker, links. Knows no Markdown."""
