"""What the indexing worker tells."""

from PySide6.QtCore import QObject, Qt, Signal

from organizer.indexing.progress import Progress


class IndexingSignals(QObject):
    """What is told from the thread that writes to the library.

    Attributes:
        progress: Where the work stands, for who comes later; None until it has begun.

    Signals:
        progressed(Progress): Where the work stands.
        archive_added(ImportReport): An import that the user asked for has ended.
        library_changed(): A reader would see something new.
        refiled(int): So many pictures changed their categories after what the user decided.
        previewed(int, object): The ids of the pictures that would be filed under a category, the
            surest first, under the number of the question.
        suggested(int, tuple): HashtagSuggestions for pictures, under the number of the question.
        merges_proposed(tuple): The MergeProposals for the user's hashtags.
        understood(Meaning): What the words of a search mean to the model.
        not_understood(str): They cannot be given to it.
        model_changed(str): Pictures are looked at with the model of this name from now on.
        model_refused(str, OrganizerError): The model of this name cannot be loaded; the one in use
            stays.
        hardware_changed(): The model in use was loaded on what the user chose, or on another.
        hardware_refused(OrganizerError): Why a model does not run where it should.
        vectors_removed(str, int): The vectors of an encoder are deleted, so many bytes are free.
        describing_changed(bool): Pictures are described from now on, or no longer.
        descriptions_removed(int): All descriptions are deleted, of so many pictures.
        archives_removed(tuple, RemovalReport): The places at these paths left the library.
        failed(OrganizerError): What the user asked for cannot be done.
        crashed(str): A mistake of the program's own, as text for a report.
    """

    progressed = Signal(object)
    archive_added = Signal(object)
    library_changed = Signal()
    refiled = Signal(int)
    previewed = Signal(int, object)
    suggested = Signal(int, object)
    merges_proposed = Signal(object)
    understood = Signal(object)
    not_understood = Signal(str)
    model_changed = Signal(str)
    model_refused = Signal(str, object)
    hardware_changed = Signal()
    hardware_refused = Signal(object)
    vectors_removed = Signal(str, object)
    describing_changed = Signal(bool)
    descriptions_removed = Signal(int)
    archives_removed = Signal(object, object)
    failed = Signal(object)
    crashed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.progress: Progress | None = None
        # In the thread that tells, which may be busy for long afterwards.
        self.progressed.connect(self._remember_progress, Qt.ConnectionType.DirectConnection)

    def _remember_progress(self, progress: Progress) -> None:
        self.progress = progress
