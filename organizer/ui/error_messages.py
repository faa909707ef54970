"""What the core's errors say in the user's language.

The sentences are those of the errors' own templates; a test holds the two together.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from organizer.errors import OrganizerError
from organizer.problem_text import template_of
from organizer.tagging.rules import BrokenRule

_CONTEXT = "errors"

SENTENCES = (
    QT_TRANSLATE_NOOP("errors", "{file}: {detail}"),
    QT_TRANSLATE_NOOP(
        "errors",
        "There is nothing at {file}. Check the name, or connect the disk that it is on.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is neither a folder nor a zip. Choose what Instagram let you download, as it came.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is not an Instagram export: it has no list of posts. Choose the folder or zips"
        " that Instagram let you download, and tick Content → Media when you ask for them.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is an export of Facebook. Ask Instagram for yours: Accounts Center → Your"
        " information → Download your information.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be opened: {detail}. Check that you may read it, then add it again.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is damaged or not copied whole yet ({detail}). When it is whole it is read by"
        " itself; otherwise download it again.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a zip within a zip and too large to be read there ({detail}). Unpack the"
        " outer one and add what comes out.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} was left out: {detail}. Nothing that Instagram writes looks like this.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a link and was left out. If what it leads to belongs to the archive, copy it"
        " there.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is damaged or cut off ({detail}). What stands before was read. Copy or download"
        " the archive again.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} has entries of an unknown form, which were left out: {detail}.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} has dates that cannot be read, such as “{detail}”. Its posts are filed by the"
        " month of their folders. An export in JSON format has all times.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is too large for a web page ({detail}). Ask Instagram for the export in JSON"
        " format, which can be read at any size.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is not empty. Choose a new folder for the sample: nothing is overwritten.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The sample cannot be written to {file}: {detail}. Choose another folder.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The library {file} cannot be used: {detail}. Choose another place with --library.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The library {file} was written by a newer Photo Organizer. Update the program.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "There is no album “{file}”. `photo-organizer albums` lists those that there are.",
    ),
    QT_TRANSLATE_NOOP("errors", "There is an album “{file}” already. Choose another name."),
    QT_TRANSLATE_NOOP("errors", "{file} is no archive of this library. These are: {detail}."),
    QT_TRANSLATE_NOOP(
        "errors", "{file} is not in the library. `photo-organizer list` shows what is."
    ),
    QT_TRANSLATE_NOOP(
        "errors", "The list cannot be written to {file}: {detail}. Choose another place."
    ),
    QT_TRANSLATE_NOOP("errors", "{file} stands on none of your pictures. Check how it is spelled."),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be used: {detail}. Correct it, or install Photo Organizer again.",
    ),
    QT_TRANSLATE_NOOP(
        "errors", "{file} is empty. Copy it again from the archive that you downloaded."
    ),
    QT_TRANSLATE_NOOP(
        "errors", "{file} is not a picture, whatever its name says. It was left out."
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is damaged ({detail}). Copy it again from the archive that you downloaded.",
    ),
    QT_TRANSLATE_NOOP(
        "errors", "{file} is too large to be opened safely ({detail}). It was left out."
    ),
    QT_TRANSLATE_NOOP(
        "errors", "{file} is a video that cannot be read ({detail}). It was left out."
    ),
    QT_TRANSLATE_NOOP("errors", "There is no model {file}: {detail}."),
    QT_TRANSLATE_NOOP("errors", "The model {file} cannot be loaded: {detail}."),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} holds no weights, is damaged or not copied whole yet. Download or copy it again.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a TorchScript archive, as OpenAI publishes CLIP: it holds a program, which is"
        " not run. Take the same weights by their name instead, such as ViT-B-32-quickgelu and"
        " openai, or save them as .safetensors.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} holds more than weights: a whole model or a program, which could do anything on"
        " this computer and is not opened. Save only its weights (state_dict), best as"
        " .safetensors.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The weights in {file} are not for the model {detail}. Choose the model that they were made"
        " for.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be used: some of its weights are no numbers ({detail}), so that nothing"
        " could be found with them. Download or copy it again, or choose another file.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The weights in {file} are for another activation function than the model has, and would"
        " find wrong pictures without a word. Take {detail} as the model; if only the file's name"
        " misleads, rename it.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The model {file} is not downloaded. Run “photo-organizer models download {detail}” first.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be downloaded: the server cannot be reached ({detail}). Connect to the"
        " internet, check the proxy, and start again: it goes on where it stopped.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be downloaded: the server refuses it ({detail}). If its page at"
        " huggingface.co asks you to accept terms, do so, set HF_TOKEN to your token and start"
        " again.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be downloaded: the server does not have it ({detail}). Update Photo"
        " Organizer, or choose another model.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be downloaded now: the server has too many requests ({detail}). Start again"
        " later: it goes on where it stopped.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The download of {file} broke off ({detail}). Start it again: it goes on where it stopped.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The download of {file} broke off: something else came in its place ({detail}). Some"
        " networks want you to sign in first: open a web page to see. Then start again: it goes on"
        " where it stopped.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is being downloaded now. Wait for the download to end, or cancel it first.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is not deleted, as Photo Organizer did not download it. If you do not need it any"
        " more, delete its folder yourself: {detail}",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} did not arrive as it was sent ({detail}), and was deleted. Start again; if it"
        " happens again, a proxy or mirror changes it.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} is not downloaded: {detail} gives no size or checksum of it, so that nobody could"
        " tell whether what comes is right. Use another server (HF_ENDPOINT).",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "There is no space for {file}: {detail}. Free some, or choose a folder on another disk.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The folder {file} cannot be used for models: {detail}. Choose another one.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be used for this model: {detail}. The CPU is used instead.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The precision {file} cannot be used for this model: {detail}. Another is used.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "There is not enough memory for the model. Close other programs, or choose a smaller one.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be used as the address of a service: {detail}.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be reached ({detail}). Check the address, and whether it runs; what was"
        " tagged so far is kept.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} refuses ({detail}). Check the key, the name of the model and what your account"
        " allows; what was tagged so far is kept.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} gave an answer that makes no sense ({detail}). Check its address and the model;"
        " pictures without an answer stay as they are.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The key for {file} cannot be kept in the system's keychain ({detail}). It is used until"
        " the program is closed.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The key for {file} cannot be read from the system's keychain ({detail}). Unlock it, or"
        " type the key.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The key for {file} cannot be taken out of the system's keychain ({detail}). Delete the"
        " entry “Photo Organizer” there.",
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "{file} was left out: the program ended each time it opened this file. Replace the file"
        " with a sound copy, and it is tried again.",
    ),
    QT_TRANSLATE_NOOP(
        "errors", "There is no category “{file}”. `photo-organizer categories` lists all."
    ),
    QT_TRANSLATE_NOOP(
        "errors",
        "The category “{file}” cannot be removed: what fits nowhere else lies there.",
    ),
)

RULE_FAULTS = (
    QT_TRANSLATE_NOOP("errors", "it is empty"),
    QT_TRANSLATE_NOOP("errors", "a rule has at most {limit} characters"),
    QT_TRANSLATE_NOOP("errors", "it nests more than {limit} operations"),
    QT_TRANSLATE_NOOP("errors", "a parenthesis is not closed"),
    QT_TRANSLATE_NOOP("errors", "a name is missing at its end"),
    QT_TRANSLATE_NOOP("errors", "“{found}” at character {character} is not expected"),
    QT_TRANSLATE_NOOP("errors", "there is no concept “{found}”"),
    QT_TRANSLATE_NOOP("errors", "there is no concept “{found}”; is “{near}” meant?"),
)

ADDRESS_FAULTS = (
    QT_TRANSLATE_NOOP("errors", "it must begin with https:// or http://, and a name must follow"),
    QT_TRANSLATE_NOOP("errors", "there is a space or an invisible character in it"),
    QT_TRANSLATE_NOOP("errors", "it must be a plain address, without name, password or query"),
    QT_TRANSLATE_NOOP("errors", "over the internet it must begin with https://"),
    QT_TRANSLATE_NOOP(
        "errors", "its name leads out of your own network, where it must begin with https://"
    ),
)


def error_text(error: OrganizerError) -> str:
    """The message of `error` in the language of the window."""
    if isinstance(error, BrokenRule):
        return problem_text(error.code, error.file, rule_fault_text(error))
    if error.detail in ADDRESS_FAULTS:
        detail = QCoreApplication.translate(_CONTEXT, error.detail)
        return problem_text(error.code, error.file, detail)
    return problem_text(error.code, error.file, error.detail)


def problem_text(code: str, file: str, detail: str) -> str:
    """The message of a stored problem in the language of the window."""
    sentence = QCoreApplication.translate(_CONTEXT, template_of(code))
    return sentence.format(file=file, detail=detail)


def rule_fault_text(error: BrokenRule) -> str:
    """What is wrong with a rule, in the language of the window."""
    sentence = QCoreApplication.translate(_CONTEXT, error.fault.value)
    return sentence.format(**error.named)


def crash_text(error: str) -> str:
    """What is said of a mistake of the program's own; `error` is for a report."""
    message = QCoreApplication.translate(
        "errors", "Something went wrong in the program itself: {error}"
    )
    return message.format(error=error)
