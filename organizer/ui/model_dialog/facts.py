"""What is known of a model, in a line of short facts."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from organizer.indexing.model_shelf import ShelfModel
from organizer.ui.model_dialog import texts
from organizer.ui.views.flow_layout import FlowLayout
from organizer.ui.views.labels import label


class FactRow(QWidget):
    """Shows languages, figures and licence; pointing at a figure shows where it is from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._labels: list[QLabel] = []
        self._shown: tuple[tuple[str, str, str], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def texts(self) -> list[str]:
        """The facts, as they are written."""
        return [text for text, _, _ in self._shown]

    def show_model(self, model: ShelfModel) -> None:
        """Shows the facts of `model`."""
        facts = self._facts(model)
        if facts == self._shown:
            return
        self._shown = facts
        for old in self._labels:
            self._flow.removeWidget(old)
            old.deleteLater()
        self._labels = []
        for text, hint, role in facts:
            fact = label(text, role, self)
            fact.setWordWrap(False)
            fact.setToolTip(hint)
            fact.setAccessibleDescription(hint)
            self._flow.addWidget(fact)
            fact.ensurePolished()
            self._labels.append(fact)
        # The fonts of two scripts are not of one height.
        highest = max((fact.sizeHint().height() for fact in self._labels), default=0)
        for fact in self._labels:
            fact.setMinimumHeight(highest)
        self.setVisible(bool(facts))

    def _facts(self, model: ShelfModel) -> tuple[tuple[str, str, str], ...]:
        """Text, hint and role of each fact."""
        facts = []
        if languages := texts.languages(model):
            facts.append((languages, "", "fact"))
        if model.imagenet is not None:
            text = self.tr("ImageNet {percent}")
            hint = self.tr(
                "So many of ImageNet's photographs are named rightly by words alone.\nSource:"
                " {source}"
            )
            facts.append(
                (
                    text.format(percent=texts.percentage(model.imagenet.value)),
                    hint.format(source=model.imagenet.source),
                    "fact",
                )
            )
        if model.korean_recall is not None:
            text = self.tr("Korean {percent}")
            hint = self.tr(
                "How often a Korean sentence finds its picture (Crossmodal-3600, mean of recall"
                " at 1, 5 and 10).\nSource: {source}"
            )
            facts.append(
                (
                    text.format(percent=texts.percentage(model.korean_recall.value)),
                    hint.format(source=model.korean_recall.source),
                    "fact",
                )
            )
        facts.append((texts.licence(model.licence), self.tr("Licence"), "fact"))
        if model.terms:
            facts.append((texts.terms(model.terms), self.tr("Licence"), "warning"))
        return tuple(facts)
