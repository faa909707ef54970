"""What can go wrong with pictures and models."""

from organizer.errors import OrganizerError


class EmptyFile(OrganizerError):
    """The file has no content."""

    template = "{file} is empty. Copy it again from the archive that you downloaded."


class NotAPicture(OrganizerError):
    """The file's content is of no known picture format."""

    template = "{file} is not a picture, whatever its name says. It was left out."


class BrokenPicture(OrganizerError):
    """The file begins like a picture and cannot be read to its end."""

    template = "{file} is damaged ({detail}). Copy it again from the archive that you downloaded."


class TooLargePicture(OrganizerError):
    """The picture has more pixels than any camera makes."""

    template = "{file} is too large to be opened safely ({detail}). It was left out."


class BrokenVideo(OrganizerError):
    """No frame of the video can be decoded."""

    template = "{file} is a video that cannot be read ({detail}). It was left out."


class UnknownModel(OrganizerError):
    """The name of a model has the wrong form, or open_clip has no such model or weights."""

    template = "There is no model {file}: {detail}."


class ModelUnavailable(OrganizerError):
    """The weights of a model can be neither found nor downloaded."""

    template = "The model {file} cannot be loaded: {detail}."


class WeightsDamaged(ModelUnavailable):
    """A file holds no weights, or only a part of them."""

    template = (
        "{file} holds no weights, is damaged or not copied whole yet. Download or copy it again."
    )


class WeightsInTorchScript(ModelUnavailable):
    """The weights come as TorchScript: with a program, which nobody here knows."""

    template = (
        "{file} is a TorchScript archive, as OpenAI publishes CLIP: it holds a program, which is"
        " not run. Take the same weights by their name instead, such as ViT-B-32-quickgelu and"
        " openai, or save them as .safetensors."
    )


class WeightsWithCode(ModelUnavailable):
    """A file made by pickle holds more than weights."""

    template = (
        "{file} holds more than weights: a whole model or a program, which could do anything on"
        " this computer and is not opened. Save only its weights (state_dict), best as"
        " .safetensors."
    )


class WeightsOfAnotherModel(ModelUnavailable):
    """The weights do not fit. `detail` is the model that they were given to."""

    template = (
        "The weights in {file} are not for the model {detail}. Choose the model that they were made"
        " for."
    )


class WeightsNotFinite(ModelUnavailable):
    """Some weights are infinite or no numbers. `detail` names the first of them."""

    template = (
        "{file} cannot be used: some of its weights are no numbers ({detail}), so that nothing"
        " could be found with them. Download or copy it again, or choose another file."
    )


class WeightsForAnotherActivation(ModelUnavailable):
    """The weights were trained with QuickGELU and the model has it not, or vice versa.

    `detail` is the variant of the model that fits.
    """

    template = (
        "The weights in {file} are for another activation function than the model has, and would"
        " find wrong pictures without a word. Take {detail} as the model; if only the file's name"
        " misleads, rename it."
    )


class BrokenCatalogue(OrganizerError):
    """The list of models does not say what it should."""

    template = "{file} cannot be used: {detail}. Correct it, or install Photo Organizer again."


class ModelNotDownloaded(OrganizerError):
    """The model is known, and its weights are not on this computer."""

    template = (
        "The model {file} is not downloaded. Run “photo-organizer models download {detail}” first."
    )


class ServerUnreachable(OrganizerError):
    """There is no connection to the server that models come from."""

    template = (
        "{file} cannot be downloaded: the server cannot be reached ({detail}). Connect to the"
        " internet, check the proxy, and start again: it goes on where it stopped."
    )


class DownloadRefused(OrganizerError):
    """The server does not give the file to this user."""

    template = (
        "{file} cannot be downloaded: the server refuses it ({detail}). If its page at"
        " huggingface.co asks you to accept terms, do so, set HF_TOKEN to your token and start"
        " again."
    )


class NotOnServer(OrganizerError):
    """The server does not have the repository or the file."""

    template = (
        "{file} cannot be downloaded: the server does not have it ({detail}). Update Photo"
        " Organizer, or choose another model."
    )


class ServerBusy(OrganizerError):
    """The server asks to come back later."""

    template = (
        "{file} cannot be downloaded now: the server has too many requests ({detail}). Start again"
        " later: it goes on where it stopped."
    )


class DownloadInterrupted(OrganizerError):
    """The connection broke or the server failed again and again."""

    template = (
        "The download of {file} broke off ({detail}). Start it again: it goes on where it stopped."
    )


class AnotherAnswer(OrganizerError):
    """Something else answers in place of the server, again and again. `detail` is what it sent."""

    template = (
        "The download of {file} broke off: something else came in its place ({detail}). Some"
        " networks want you to sign in first: open a web page to see. Then start again: it goes on"
        " where it stopped."
    )


class DownloadRunning(OrganizerError):
    """The same model is being downloaded, by this process or another."""

    template = "{file} is being downloaded now. Wait for the download to end, or cancel it first."


class ModelNotOurs(OrganizerError):
    """The model that is to be deleted was put there by an installer or by hand. `detail`: where."""

    template = (
        "{file} is not deleted, as Photo Organizer did not download it. If you do not need it any"
        " more, delete its folder yourself: {detail}"
    )


class DownloadDamaged(OrganizerError):
    """What came is not what the server says it has."""

    template = (
        "{file} did not arrive as it was sent ({detail}), and was deleted. Start again; if it"
        " happens again, a proxy or mirror changes it."
    )


class NoChecksum(OrganizerError):
    """The server does not say what the file should be. `detail` is its address."""

    template = (
        "{file} is not downloaded: {detail} gives no size or checksum of it, so that nobody could"
        " tell whether what comes is right. Use another server (HF_ENDPOINT)."
    )


class NotEnoughSpace(OrganizerError):
    """The disk is too full for the model."""

    template = (
        "There is no space for {file}: {detail}. Free some, or choose a folder on another disk."
    )


class ModelFolderUnusable(OrganizerError):
    """The folder of models cannot be written to or read."""

    template = "The folder {file} cannot be used for models: {detail}. Choose another one."


class DeviceUnusable(OrganizerError):
    """A graphics processor fails, or computes something else than the CPU does.

    `file` is the device.
    """

    template = "{file} cannot be used for this model: {detail}. The CPU is used instead."


class PrecisionUnusable(OrganizerError):
    """The precision that the user wants cannot be had, or gives other vectors.

    `file` is the precision.
    """

    template = "The precision {file} cannot be used for this model: {detail}. Another is used."


class OutOfMemory(OrganizerError):
    """Main memory is too small for the model and one picture."""

    template = (
        "There is not enough memory for the model. Close other programs, or choose a smaller one."
    )


class UnsafeAddress(OrganizerError):
    """No service can be asked at this address, or not without danger."""

    template = "{file} cannot be used as the address of a service: {detail}."


class ServiceUnreachable(OrganizerError):
    """The service does not answer, or answers that it is broken."""

    template = (
        "{file} cannot be reached ({detail}). Check the address, and whether it runs; what was"
        " tagged so far is kept."
    )


class ServiceRefused(OrganizerError):
    """The service answers, and does not do what it is asked."""

    template = (
        "{file} refuses ({detail}). Check the key, the name of the model and what your account"
        " allows; what was tagged so far is kept."
    )


class ServiceAnswerUnreadable(OrganizerError):
    """The service answers something else than it was asked."""

    template = (
        "{file} gave an answer that makes no sense ({detail}). Check its address and the model;"
        " pictures without an answer stay as they are."
    )


class KeychainUnusable(OrganizerError):
    """A key cannot be put into the system's keychain. `file` is the address of the service."""

    template = (
        "The key for {file} cannot be kept in the system's keychain ({detail}). It is used until"
        " the program is closed."
    )


class KeyUnreadable(OrganizerError):
    """The system's keychain is locked, or there is none. `file` is the address of the service."""

    template = (
        "The key for {file} cannot be read from the system's keychain ({detail}). Unlock it, or"
        " type the key."
    )


class KeyNotForgotten(OrganizerError):
    """A key stays in the system's keychain. `file` is the address of the service."""

    template = (
        "The key for {file} cannot be taken out of the system's keychain ({detail}). Delete the"
        " entry “Photo Organizer” there."
    )
