"""What an exhibit's version says, in the words of published standards: STAC, IIIF, Web Annotation, schema.org."""
