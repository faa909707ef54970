"""What is said of a removal before it happens and afterwards, in plain words."""

from PySide6.QtCore import QObject

from organizer.library.removing import RemovalPreview


class RemovalTexts(QObject):
    """Makes the sentences; an object, for only these have plurals in their translations."""

    def consequences(self, preview: RemovalPreview) -> list[str]:
        """What will happen, at most four sentences; the first tells how much goes."""
        sentences = [self.tr("No picture leaves the library.")]
        if preview.going:
            sentences = [self.tr("%Ln picture(s) leave the library.", "", preview.going)]
        if preview.staying:
            text = self.tr(
                "%Ln picture(s) stay, because another archive has them, too.", "", preview.staying
            )
            sentences.append(text)
        if preview.unfound:
            text = self.tr(
                "%Ln picture(s) stay without a file, because another archive names them.",
                "",
                preview.unfound,
            )
            sentences.append(text)
        if preview.decided:
            sentences.append(self._decided(preview))
        return sentences

    def removed(self, name: str, count: int) -> str:
        """What came of it."""
        text = self.tr("{name} was removed: %Ln picture(s) left the library.", "", count)
        return text.format(name=name)

    def _decided(self, preview: RemovalPreview) -> str:
        text = self.tr(
            "What you decided of %Ln of them is kept{what}, and comes back when you add the same"
            " archive again.",
            "",
            preview.decided,
        )
        parts = []
        if preview.categories:
            parts.append(self.tr("%Ln with categories", "", preview.categories))
        if preview.hashtags:
            parts.append(self.tr("%Ln with hashtags", "", preview.hashtags))
        if preview.favourites:
            parts.append(self.tr("%Ln favourite(s)", "", preview.favourites))
        if preview.in_albums:
            parts.append(self.tr("%Ln in albums", "", preview.in_albums))
        return text.format(what=f" ({', '.join(parts)})" if parts else "")
