"""Originals come out of folders and zips whole, upright and in true colours, or with a reason."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pillow_heif
import pytest
from PIL import ExifTags, Image, ImageCms
from PIL.TiffImagePlugin import IFDRational

from organizer.archive.errors import UnreadableFile
from organizer.archive.exports import Exports
from organizer.archive.sample.pictures import video
from organizer.archive.sample.topics import load_topics
from organizer.archive.sample.zipping import zip_sample
from organizer.errors import OrganizerError
from organizer.indexing.showing import (
    ShownOriginal,
    file_for_programs,
    open_original,
)
from organizer.vision.errors import BrokenPicture, NotAPicture, TooLargePicture

# As in the app, where pytest's own filters do not come before ours.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")

FOLDER = "media/posts/202301"
URI = f"{FOLDER}/picture.jpg"
GREEN = (0, 255, 0)
# The green of Adobe RGB lies outside of sRGB; 0.2, 0.7, 0.1 of it do not.
MUTED = (102, 166, 77)


@pytest.fixture
def exports() -> Iterator[Exports]:
    with Exports() as opened:
        yield opened


def put(export: Path, data: bytes, uri: str = URI) -> None:
    path = export / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    target = io.BytesIO()
    if kind == "HEIF":
        pillow_heif.from_pillow(image).save(target, quality=95, **options)
    else:
        if kind == "JPEG":
            options |= {"quality": 95, "subsampling": 0}
        image.save(target, kind, **options)
    return target.getvalue()


def shown(export: Path, exports: Exports, data: bytes, **options: int) -> ShownOriginal:
    put(export, data)
    return open_original(export, URI, exports, **options)


def pixel(original: ShownOriginal, x: int, y: int, level: int = 0) -> tuple[int, int, int]:
    pixels = original.levels[level]
    start = 4 * (y * pixels.width + x)
    blue, green, red, opaque = pixels.data[start : start + 4]
    assert opaque == 255
    return red, green, blue


def near(one: tuple[int, int, int], other: tuple[int, int, int], by: int = 6) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def wide_gamut_profile() -> bytes:
    """A profile with Adobe RGB's green and sRGB's other two colours, at a gamma of 2.2.

    ImageCms makes only sRGB, Lab and XYZ; in its sRGB the green is exchanged.
    """
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(profile[128:132], "big")
    for number in range(count):
        entry = 132 + 12 * number
        if profile[entry : entry + 4] == b"gXYZ":
            place = int.from_bytes(profile[entry + 4 : entry + 8], "big")
            for offset, value in enumerate((0.20528, 0.62567, 0.06087)):
                start = place + 8 + 4 * offset
                profile[start : start + 4] = round(value * 65536).to_bytes(4, "big")
    return bytes(profile)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF"])
def test_a_picture_of_another_profile_is_shown_in_srgb(
    kind: str, own_sample: Path, exports: Exports
):
    profile = wide_gamut_profile()
    image = Image.new("RGB", (64, 48), MUTED)
    plain = shown(own_sample, exports, encoded(image, kind))
    assert near(pixel(plain, 30, 20), MUTED)
    put(own_sample, encoded(image, kind, icc_profile=profile), f"{FOLDER}/wide.jpg")
    exports.close()
    wide = open_original(own_sample, f"{FOLDER}/wide.jpg", exports)
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    expected = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"))
    assert expected is not None
    colour = expected.getpixel((30, 20))
    assert isinstance(colour, tuple)
    assert not near(colour, MUTED, by=12)
    assert near(pixel(wide, 30, 20), colour)


def test_a_profile_says_nothing_of_what_is_transparent(own_sample: Path, exports: Exports):
    image = Image.new("RGBA", (40, 40), (*GREEN, 0))
    image.paste((200, 200, 200, 255), (0, 0, 20, 40))
    original = shown(own_sample, exports, encoded(image, "PNG", icc_profile=wide_gamut_profile()))
    assert pixel(original, 30, 20) == (255, 255, 255)
    assert not near(pixel(original, 10, 20), (255, 255, 255))


@pytest.mark.parametrize("profile", [b"no profile", b"\0" * 5000, wide_gamut_profile()[:300]])
def test_a_broken_profile_is_ignored(profile: bytes, own_sample: Path, exports: Exports):
    data = encoded(Image.new("RGB", (64, 48), MUTED), icc_profile=profile)
    assert near(pixel(shown(own_sample, exports, data), 30, 20), MUTED)


def test_a_profile_of_other_colours_than_the_picture_is_ignored(own_sample: Path, exports: Exports):
    data = encoded(Image.new("L", (64, 48), 120), icc_profile=wide_gamut_profile())
    assert near(pixel(shown(own_sample, exports, data), 30, 20), (120, 120, 120))


def test_cmyk_is_shown_in_rgb(own_sample: Path, exports: Exports):
    data = encoded(Image.new("CMYK", (64, 48), (0, 255, 255, 0)))
    assert near(pixel(shown(own_sample, exports, data), 30, 20), (255, 0, 0), by=12)


def test_a_huge_picture_is_reduced_and_says_its_own_size(own_sample: Path, exports: Exports):
    data = encoded(Image.new("RGB", (6000, 4000), "navy"))
    original = shown(own_sample, exports, data, most_pixels=1_500_000)
    first = original.levels[0]
    assert (original.width, original.height) == (6000, 4000)
    assert original.is_reduced
    assert first.width * first.height <= 1_500_000
    assert first.width * first.height > 1_400_000
    assert original.size_bytes == len(data)


def test_a_picture_that_claims_more_pixels_than_any_camera_makes_is_refused(
    own_sample: Path, exports: Exports
):
    data = encoded(Image.new("1", (20_000, 20_000)), "PNG")
    with pytest.raises(TooLargePicture, match="20000 × 20000"):
        shown(own_sample, exports, data)


def test_levels_are_the_same_picture_each_half_as_large(own_sample: Path, exports: Exports):
    image = Image.new("RGB", (4000, 2000), "red")
    image.paste("blue", (0, 0, 2000, 2000))
    original = shown(own_sample, exports, encoded(image))
    assert [level.width for level in original.levels] == [4000, 2000, 1000]
    for number, level in enumerate(original.levels):
        assert near(pixel(original, level.width // 4, 100, number), (0, 0, 254))
        assert near(pixel(original, level.width * 3 // 4, 100, number), (254, 0, 0))
    assert original.memory_bytes == 4 * (4000 * 2000 + 2000 * 1000 + 1000 * 500)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "HEIF"])
def test_an_original_is_upright(kind: str, own_sample: Path, exports: Exports):
    image = Image.new("RGB", (200, 100), "red")
    image.paste("blue", (0, 0, 100, 100))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    original = shown(own_sample, exports, encoded(image, kind, exif=exif.tobytes()))
    assert (original.width, original.height) == (100, 200)
    assert near(pixel(original, 50, 20), (0, 0, 254))
    assert near(pixel(original, 50, 180), (254, 0, 0))


def test_an_original_is_read_from_a_zip(own_sample: Path, tmp_path: Path, exports: Exports):
    put(own_sample, encoded(Image.new("RGB", (64, 48), MUTED)))
    (archive,) = zip_sample(own_sample, tmp_path / "zipped", parts=1)
    shutil.rmtree(own_sample)
    (export,) = exports.find(archive).exports
    assert near(pixel(open_original(export.path, URI, exports), 30, 20), MUTED)


def test_a_broken_picture_is_named_with_what_is_wrong(own_sample: Path, exports: Exports):
    data = encoded(Image.effect_noise((640, 480), 60))
    with pytest.raises(BrokenPicture, match="is damaged"):
        shown(own_sample, exports, data[: len(data) // 2])
    put(own_sample, b"a text", f"{FOLDER}/text.jpg")
    exports.close()
    with pytest.raises(NotAPicture, match="is not a picture"):
        open_original(own_sample, f"{FOLDER}/text.jpg", exports)
    with pytest.raises(UnreadableFile, match="it is missing"):
        open_original(own_sample, f"{FOLDER}/nowhere.jpg", exports)


def test_nothing_outside_the_export_is_opened(own_sample: Path, tmp_path: Path, exports: Exports):
    outside = tmp_path / "secret.jpg"
    outside.write_bytes(encoded(Image.new("RGB", (8, 8))))
    (own_sample / FOLDER).mkdir(parents=True, exist_ok=True)
    (own_sample / URI).symlink_to(outside)
    for uri in (URI, "../secret.jpg", str(outside)):
        with pytest.raises(UnreadableFile):
            open_original(own_sample, uri, exports)
        with pytest.raises(UnreadableFile):
            file_for_programs(own_sample, uri, exports, tmp_path)


def test_a_video_shows_a_frame(own_sample: Path, exports: Exports):
    original = shown(own_sample, exports, video(load_topics()[0], Random(1)))
    assert original.is_video
    assert original.width == original.levels[0].width


def exif(**values: object) -> bytes:
    made = Image.Exif()
    made[ExifTags.Base.Make] = values.pop("make", "Canon")
    made[ExifTags.Base.Model] = values.pop("model", "Canon EOS R5")
    own = made.get_ifd(ExifTags.IFD.Exif)
    for name, value in values.items():
        own[ExifTags.Base[name]] = value
    return made.tobytes()


def test_what_the_camera_wrote_is_told(own_sample: Path, exports: Exports):
    written = exif(
        ExposureTime=0.004, FNumber=2.8, ISOSpeedRatings=400, FocalLength=35.0, LensModel="RF35mm"
    )
    image = Image.new("RGB", (64, 48))
    camera = shown(own_sample, exports, encoded(image, exif=written)).camera
    assert (camera.camera, camera.lens, camera.iso) == ("Canon EOS R5", "RF35mm", 400)
    assert camera.exposure_seconds == pytest.approx(0.004)
    assert camera.f_number == pytest.approx(2.8)
    assert camera.focal_length_millimetres == pytest.approx(35)


def test_hostile_exif_is_one_short_line_or_nothing(own_sample: Path, exports: Exports):
    written = exif(
        make=("<b>\u202e가</b>\n\x07" + "x" * 5000).encode(),
        model="",
        LensModel="\u200f\0\0".encode(),
        ExposureTime=IFDRational(1, 0),
        FNumber=-4.0,
        ISOSpeedRatings=0,
    )
    image = Image.new("RGB", (64, 48))
    camera = shown(own_sample, exports, encoded(image, exif=written)).camera
    assert camera.camera.startswith("<b> 가</b> xxx")
    assert len(camera.camera) <= 100
    assert (camera.lens, camera.exposure_seconds, camera.f_number, camera.iso) == (
        *("", None, None, None),
    )


@pytest.mark.parametrize("data", [b"Exif\0\0garbage", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff"])
def test_damaged_exif_harms_nothing(data: bytes, own_sample: Path, exports: Exports):
    original = shown(own_sample, exports, encoded(Image.new("RGB", (64, 48), MUTED), exif=data))
    assert original.camera.is_empty
    assert near(pixel(original, 30, 20), MUTED)


def test_a_file_in_a_folder_is_handed_out_as_it_lies(
    own_sample: Path, exports: Exports, tmp_path: Path
):
    put(own_sample, encoded(Image.new("RGB", (64, 48))))
    assert file_for_programs(own_sample, URI, exports, tmp_path) == own_sample / URI


def test_a_file_in_a_zip_is_handed_out_as_a_copy(
    own_sample: Path, exports: Exports, tmp_path: Path
):
    data = video(load_topics()[0], Random(1))
    put(own_sample, data, f"{FOLDER}/clip.mp4")
    (archive,) = zip_sample(own_sample, tmp_path / "zipped", parts=1)
    (export,) = exports.find(archive).exports
    target = tmp_path / "copies"
    target.mkdir()
    copy = file_for_programs(export.path, f"{FOLDER}/clip.mp4", exports, target)
    assert copy == target / "clip.mp4"
    assert copy.read_bytes() == data


@pytest.mark.parametrize("name", ["picture.exe", "picture.lnk", "picture.html", "picture.mp4"])
def test_nothing_is_handed_out_under_the_name_of_a_program(
    name: str, own_sample: Path, exports: Exports, tmp_path: Path
):
    put(own_sample, encoded(Image.new("RGB", (64, 48))), f"{FOLDER}/{name}")
    path = file_for_programs(own_sample, f"{FOLDER}/{name}", exports, tmp_path)
    assert path == tmp_path / "picture.jpg"


def test_what_is_no_picture_is_not_handed_out(own_sample: Path, exports: Exports, tmp_path: Path):
    put(own_sample, b"MZ\x90\0 a program", f"{FOLDER}/clip.mp4")
    with pytest.raises(OrganizerError, match="is not a picture"):
        file_for_programs(own_sample, f"{FOLDER}/clip.mp4", exports, tmp_path)
