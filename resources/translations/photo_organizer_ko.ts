<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that the archive names are not there. Instagram hands out large archives in several parts: add the other zips as well.</source>
        <translation>
            <numerusform>내보내기 파일에 적힌 사진 %n장이 없습니다. 인스타그램은 큰 내보내기 파일을 여러 개로 나누어 줍니다. 나머지 zip도 추가하세요.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new post(s)</source>
        <translation>
            <numerusform>새 게시물 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) and videos</source>
        <translation>
            <numerusform>사진·동영상 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Added from {name}: {posts}, {pictures}.</source>
        <translation>{name}에서 추가했습니다: {posts}, {pictures}.</translation>
    </message>
    <message>
        <source>{name}: nothing new.</source>
        <translation>{name}: 새로운 내용이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Learned from you: %n picture(s) changed</source>
        <translation>
            <numerusform>배운 대로 사진 %n장의 카테고리를 바꿨습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hashtag(s) copied</source>
        <translation>
            <numerusform>해시태그 %n개를 복사했습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CategorySection</name>
    <message>
        <source>Categories</source>
        <translation>카테고리</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>카테고리 추가</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>직접 지정</translation>
    </message>
    <message>
        <source>{name}: right</source>
        <translation>{name}: 맞음</translation>
    </message>
    <message>
        <source>This is right: keep the picture here</source>
        <translation>맞습니다. 이 카테고리에 둡니다</translation>
    </message>
    <message>
        <source>{name}: wrong</source>
        <translation>{name}: 아님</translation>
    </message>
    <message>
        <source>This is wrong: take the picture out</source>
        <translation>아닙니다. 이 카테고리에서 뺍니다</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Select a picture to see what is known of it.</source>
        <translation>사진을 고르면 자세한 내용이 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation>해시태그</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>추천</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>{position} of {count}</source>
        <translation>{count}장 중 {position}번째</translation>
    </message>
    <message>
        <source>{moment}, in a time zone that the archive does not tell</source>
        <translation>{moment} (시간대는 내보내기 파일에 없음)</translation>
    </message>
    <message>
        <source>The archive with the original is not connected. Its pictures come back with it.</source>
        <translation>원본이 있는 내보내기 파일이 연결되어 있지 않습니다. 다시 연결하면 사진도 돌아옵니다.</translation>
    </message>
    <message>
        <source>The file is not in the archive. A part of the download may be missing: add the other zips, and the picture appears.</source>
        <translation>파일이 내보내기 파일에 없습니다. 내려받은 파일 중 일부가 빠졌을 수 있습니다. 나머지 zip을 추가하면 사진이 나타납니다.</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>게시물</translation>
    </message>
    <message>
        <source>Reel</source>
        <translation>릴스</translation>
    </message>
    <message>
        <source>IGTV video</source>
        <translation>IGTV 동영상</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>스토리</translation>
    </message>
    <message>
        <source>Archived post</source>
        <translation>보관된 게시물</translation>
    </message>
    <message>
        <source>Profile photo</source>
        <translation>프로필 사진</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>You use this hashtag, and it fits the picture</source>
        <translation>자주 쓰시는 해시태그이며 이 사진과 어울립니다</translation>
    </message>
    <message>
        <source>You use this hashtag on similar pictures</source>
        <translation>비슷한 사진에 쓰신 해시태그입니다</translation>
    </message>
    <message>
        <source>From the vocabulary: it fits the picture</source>
        <translation>어휘 목록에서 고른, 이 사진과 어울리는 해시태그입니다</translation>
    </message>
    <message>
        <source>It goes with the other hashtags</source>
        <translation>다른 해시태그와 어울립니다</translation>
    </message>
    <message>
        <source>Many use this hashtag</source>
        <translation>많이 쓰이는 해시태그입니다</translation>
    </message>
    <message>
        <source>Copy {count}</source>
        <translation>{count}개 복사</translation>
    </message>
    <message>
        <source>Copy the chosen hashtags</source>
        <translation>고른 해시태그 복사</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Files that could not be read</source>
        <translation>읽지 못한 파일</translation>
    </message>
    <message>
        <source>All other pictures were added. These are tried again when their files change.</source>
        <translation>나머지 사진은 모두 추가했습니다. 아래 파일은 내용이 바뀌면 다시 읽습니다.</translation>
    </message>
    <message>
        <source>Files the pictures of your Instagram archive by date, category and hashtag. Nothing leaves this computer.

Starter model: EfficientNet-Lite2 and all-MiniLM-L6-v2, both Apache-2.0. Built with Qt for Python (LGPL), PyTorch, open_clip and Pillow.</source>
        <translation>인스타그램 보관함의 사진을 날짜, 카테고리, 해시태그별로 정리합니다. 어떤 것도 이 컴퓨터 밖으로 나가지 않습니다.

기본 모델: EfficientNet-Lite2와 all-MiniLM-L6-v2 (모두 Apache-2.0). Qt for Python(LGPL), PyTorch, open_clip, Pillow로 만들었습니다.</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to add it to your library</source>
        <translation>여기에 놓으면 보관함에 추가됩니다</translation>
    </message>
    <message>
        <source>The archive stays where it is and is never changed.</source>
        <translation>원본은 그 자리에 그대로 있으며 바뀌지 않습니다.</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop your Instagram archive here</source>
        <translation>인스타그램 내보내기 파일을 여기에 놓으세요</translation>
    </message>
    <message>
        <source>Your pictures by date, category and hashtag. Everything stays on this computer.</source>
        <translation>날짜, 카테고리, 해시태그별로 사진을 볼 수 있습니다. 모든 것은 이 컴퓨터에만 저장됩니다.</translation>
    </message>
    <message>
        <source>In Instagram, open Accounts Center → Your information and permissions → Export your information.</source>
        <translation>인스타그램에서 계정 센터 → 내 정보 및 권한 → 내 정보 내보내기를 엽니다.</translation>
    </message>
    <message>
        <source>Tick Content → Media and choose all time. The format JSON has exact times; HTML works, too.</source>
        <translation>콘텐츠 → 미디어를 선택하고 전체 기간을 고르세요. JSON 형식에는 정확한 시간이 있으며, HTML 형식도 됩니다.</translation>
    </message>
    <message>
        <source>Drop what you download on this window, as it came: all zips at once.</source>
        <translation>내려받은 파일을 그대로 이 창에 끌어다 놓으세요. zip이 여러 개면 한꺼번에 놓으면 됩니다.</translation>
    </message>
    <message>
        <source>Choose zips…</source>
        <translation>zip 선택…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>폴더 선택…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>샘플로 체험하기</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>Most doubtful first</source>
        <translation>가장 애매한 사진부터</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Undo: %s</source>
        <translation>실행 취소: %s</translation>
    </message>
    <message>
        <source>Redo: %s</source>
        <translation>다시 실행: %s</translation>
    </message>
    <message>
        <source>Add zips…</source>
        <translation>zip 추가…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>샘플로 체험하기</translation>
    </message>
    <message>
        <source>Files that could not be read…</source>
        <translation>읽지 못한 파일…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정 따르기</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>About Photo Organizer</source>
        <translation>Photo Organizer 정보</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Choose the zips of your Instagram archive</source>
        <translation>인스타그램 내보내기 파일 zip을 선택하세요</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Zip 파일 (*.zip)</translation>
    </message>
    <message>
        <source>Choose the folder of your Instagram archive</source>
        <translation>인스타그램 내보내기 폴더 선택</translation>
    </message>
    <message>
        <source>Making the sample…</source>
        <translation>샘플을 만들고 있습니다…</translation>
    </message>
    <message>
        <source>Category of a picture</source>
        <translation>사진의 카테고리</translation>
    </message>
    <message>
        <source>Something went wrong in the program itself: {error}</source>
        <translation>프로그램 내부에 문제가 생겼습니다: {error}</translation>
    </message>
</context>
<context>
    <name>MediaListModel</name>
    <message>
        <source>Video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>part of a carousel</source>
        <translation>여러 장 게시물</translation>
    </message>
    <message>
        <source>archive not connected</source>
        <translation>내보내기 파일이 연결되지 않음</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>파일 없음</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>읽지 못함</translation>
    </message>
</context>
<context>
    <name>NoResultPage</name>
    <message>
        <source>No pictures match</source>
        <translation>조건에 맞는 사진이 없습니다</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>필터 모두 지우기</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Reading the archive…</source>
        <translation>내보내기 파일을 읽는 중…</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>모델을 불러오는 중…</translation>
    </message>
    <message>
        <source>All pictures are filed</source>
        <translation>모든 사진을 정리했습니다</translation>
    </message>
    <message>
        <source>Looking at {done} of {total}</source>
        <translation>{total}장 중 {done}장 분석</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <translation>초당 {rate}장</translation>
    </message>
    <message>
        <source>{count} s left</source>
        <translation>{count}초 남음</translation>
    </message>
    <message>
        <source>{count} min left</source>
        <translation>{count}분 남음</translation>
    </message>
    <message>
        <source>{count} h left</source>
        <translation>{count}시간 남음</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Find a hashtag</source>
        <translation>해시태그 찾기</translation>
    </message>
    <message>
        <source>Filter by date, category and hashtag</source>
        <translation>날짜, 카테고리, 해시태그로 거르기</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>모든 사진</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>확인할 사진</translation>
    </message>
    <message>
        <source>Not sure of these: a click on ✓ or ✕ helps most here</source>
        <translation>확실하지 않은 사진입니다. ✓나 ✕를 누르면 가장 도움이 됩니다</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>카테고리</translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation>해시태그</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>내보내기 파일</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>연결 안 됨</translation>
    </message>
    <message>
        <source>{path} is not there. Connect the disk that it is on, or add the archive again where it is now: nothing that you decided is lost.</source>
        <translation>{path}이(가) 없습니다. 디스크를 연결하거나 지금 있는 위치에서 다시 추가하세요. 직접 정한 내용은 사라지지 않습니다.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>읽지 못한 파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) missing</source>
        <translation>
            <numerusform>없는 파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) waiting</source>
        <translation>
            <numerusform>대기 중인 사진 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>Starter model: works offline, knows objects and scenes, weak on people</source>
        <translation>기본 모델: 인터넷 없이 작동하고 사물과 풍경을 알아보지만 인물에는 약합니다</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Size of pictures</source>
        <translation>사진 크기</translation>
    </message>
    <message>
        <source>Sidebar (Ctrl+B)</source>
        <translation>사이드바 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Details (I)</source>
        <translation>자세히 (I)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>확인할 사진</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>이 필터 지우기</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Search captions and #hashtags</source>
        <translation>캡션과 #해시태그 검색</translation>
    </message>
    <message>
        <source>Search captions and hashtags</source>
        <translation>캡션과 해시태그 검색</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>{file}: {detail}</source>
        <translation>{file}: {detail}</translation>
    </message>
    <message>
        <source>{file} cannot be opened: {detail}. Check that you may read it, then add it again.</source>
        <translation>{file} 파일을 열 수 없습니다: {detail}. 읽기 권한을 확인한 뒤 다시 추가하세요.</translation>
    </message>
    <message>
        <source>There is nothing at {file}. Check the name, or connect the disk that it is on.</source>
        <translation>{file}에 아무것도 없습니다. 이름을 확인하거나 디스크를 연결하세요.</translation>
    </message>
    <message>
        <source>{file} is neither a folder nor a zip. Choose what Instagram let you download, as it came.</source>
        <translation>{file}은(는) 폴더도 zip도 아닙니다. 인스타그램에서 내려받은 파일을 그대로 선택하세요.</translation>
    </message>
    <message>
        <source>{file} is not an Instagram export: it has no list of posts. Choose the folder or zips that Instagram let you download, and tick Content → Media when you ask for them.</source>
        <translation>{file}에는 게시물 목록이 없어 인스타그램 내보내기 파일이 아닙니다. 인스타그램에서 내려받은 폴더나 zip을 선택하고, 요청할 때 콘텐츠 → 미디어를 선택하세요.</translation>
    </message>
    <message>
        <source>{file} is an export of Facebook. Ask Instagram for yours: Accounts Center → Your information → Download your information.</source>
        <translation>{file}은(는) 페이스북 내보내기 파일입니다. 인스타그램에 요청하세요: 계정 센터 → 내 정보 → 내 정보 다운로드.</translation>
    </message>
    <message>
        <source>{file} is damaged or not copied whole yet ({detail}). When it is whole it is read by itself; otherwise download it again.</source>
        <translation>{file}이(가) 손상되었거나 아직 복사 중입니다({detail}). 복사가 끝나면 저절로 읽습니다. 그렇지 않으면 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>{file} is a zip within a zip and too large to be read there ({detail}). Unpack the outer one and add what comes out.</source>
        <translation>{file}은(는) zip 안의 zip이며 그대로 읽기에는 너무 큽니다({detail}). 바깥 zip을 풀어서 나온 것을 추가하세요.</translation>
    </message>
    <message>
        <source>{file} was left out: {detail}. Nothing that Instagram writes looks like this.</source>
        <translation>{file}을(를) 제외했습니다: {detail}. 인스타그램이 만드는 파일은 이렇지 않습니다.</translation>
    </message>
    <message>
        <source>{file} is a link and was left out. If what it leads to belongs to the archive, copy it there.</source>
        <translation>{file}은(는) 링크라서 제외했습니다. 가리키는 파일이 내보내기 파일에 속한다면 그 자리에 복사하세요.</translation>
    </message>
    <message>
        <source>{file} is damaged or cut off ({detail}). What stands before was read. Copy or download the archive again.</source>
        <translation>{file}이(가) 손상되었거나 잘렸습니다({detail}). 그 앞부분은 읽었습니다. 내보내기 파일을 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>{file} has entries of an unknown form, which were left out: {detail}.</source>
        <translation>{file} 파일에 알 수 없는 형식의 항목이 있어 제외했습니다: {detail}.</translation>
    </message>
    <message>
        <source>{file} has dates that cannot be read, such as “{detail}”. Its posts are filed by the month of their folders. An export in JSON format has all times.</source>
        <translation>{file}에 “{detail}”처럼 읽을 수 없는 날짜가 있습니다. 해당 게시물은 폴더의 월로 정리합니다. JSON 형식 내보내기 파일에는 모든 시간이 있습니다.</translation>
    </message>
    <message>
        <source>{file} is too large for a web page ({detail}). Ask Instagram for the export in JSON format, which can be read at any size.</source>
        <translation>{file}은(는) 웹 페이지로는 너무 큽니다({detail}). 크기에 상관없이 읽을 수 있는 JSON 형식으로 인스타그램에 다시 요청하세요.</translation>
    </message>
    <message>
        <source>{file} is not empty. Choose a new folder for the sample: nothing is overwritten.</source>
        <translation>{file} 폴더가 비어 있지 않습니다. 샘플을 만들 새 폴더를 선택하세요. 아무것도 덮어쓰지 않습니다.</translation>
    </message>
    <message>
        <source>The sample cannot be written to {file}: {detail}. Choose another folder.</source>
        <translation>{file} 폴더에 샘플을 쓸 수 없습니다: {detail}. 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>The library {file} cannot be used: {detail}. Choose another place with --library.</source>
        <translation>보관함 {file} 파일을 사용할 수 없습니다: {detail}. --library로 다른 위치를 지정하세요.</translation>
    </message>
    <message>
        <source>The library {file} was written by a newer Photo Organizer. Update the program.</source>
        <translation>보관함 {file} 파일은 더 새로운 Photo Organizer에서 만들었습니다. 프로그램을 업데이트하세요.</translation>
    </message>
    <message>
        <source>{file} cannot be used: {detail}. Correct it, or install Photo Organizer again.</source>
        <translation>{file} 파일을 사용할 수 없습니다: {detail}. 고치거나 Photo Organizer를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>{file} is empty. Copy it again from the archive that you downloaded.</source>
        <translation>{file} 파일이 비어 있습니다. 내려받은 원본에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>{file} is not a picture, whatever its name says. It was left out.</source>
        <translation>{file}: 이름과 달리 사진이 아니어서 제외했습니다.</translation>
    </message>
    <message>
        <source>{file} is damaged ({detail}). Copy it again from the archive that you downloaded.</source>
        <translation>{file} 파일이 손상되었습니다({detail}). 내려받은 원본에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>{file} is too large to be opened safely ({detail}). It was left out.</source>
        <translation>{file}: 너무 커서 안전하게 열 수 없어({detail}) 제외했습니다.</translation>
    </message>
    <message>
        <source>{file} is a video that cannot be read ({detail}). It was left out.</source>
        <translation>{file}: 동영상을 읽을 수 없어({detail}) 제외했습니다.</translation>
    </message>
    <message>
        <source>There is no model {file}: {detail}.</source>
        <translation>{file} 모델이 없습니다: {detail}.</translation>
    </message>
    <message>
        <source>The model {file} cannot be loaded: {detail}.</source>
        <translation>{file} 모델을 불러올 수 없습니다: {detail}.</translation>
    </message>
    <message>
        <source>The model {file} is not downloaded. Run “photo-organizer models download {detail}” first.</source>
        <translation>{file} 모델을 아직 내려받지 않았습니다. 먼저 “photo-organizer models download {detail}”을(를) 실행하세요.</translation>
    </message>
    <message>
        <source>{file} cannot be downloaded: the server cannot be reached ({detail}). Connect to the internet, check the proxy, and start again: it goes on where it stopped.</source>
        <translation>{file}을(를) 내려받을 수 없습니다. 서버에 연결할 수 없습니다({detail}). 인터넷 연결과 프록시를 확인하고 다시 시작하세요. 멈춘 곳부터 이어집니다.</translation>
    </message>
    <message>
        <source>{file} cannot be downloaded: the server refuses it ({detail}). If its page at huggingface.co asks you to accept terms, do so, set HF_TOKEN to your token and start again.</source>
        <translation>{file}을(를) 내려받을 수 없습니다. 서버가 거부했습니다({detail}). huggingface.co의 해당 페이지에서 약관 동의를 요구하면 동의하고, HF_TOKEN에 토큰을 설정한 뒤 다시 시작하세요.</translation>
    </message>
    <message>
        <source>{file} cannot be downloaded: the server does not have it ({detail}). Update Photo Organizer, or choose another model.</source>
        <translation>{file}을(를) 내려받을 수 없습니다. 서버에 없습니다({detail}). Photo Organizer를 업데이트하거나 다른 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>{file} cannot be downloaded now: the server has too many requests ({detail}). Start again later: it goes on where it stopped.</source>
        <translation>지금은 {file}을(를) 내려받을 수 없습니다. 서버에 요청이 너무 많습니다({detail}). 나중에 다시 시작하세요. 멈춘 곳부터 이어집니다.</translation>
    </message>
    <message>
        <source>The download of {file} broke off ({detail}). Start it again: it goes on where it stopped.</source>
        <translation>{file} 내려받기가 중단되었습니다({detail}). 다시 시작하면 멈춘 곳부터 이어집니다.</translation>
    </message>
    <message>
        <source>{file} is already being downloaded by another Photo Organizer. Wait for it to end.</source>
        <translation>다른 Photo Organizer가 이미 {file}을(를) 내려받고 있습니다. 끝날 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>{file} did not arrive as it was sent ({detail}), and was deleted. Start again; if it happens again, a proxy or mirror changes it.</source>
        <translation>{file}이(가) 원본과 다르게 도착하여 삭제했습니다({detail}). 다시 시작하세요. 반복되면 프록시나 미러가 파일을 바꾸고 있는 것입니다.</translation>
    </message>
    <message>
        <source>There is no space for {file}: {detail}. Free some, or choose a folder on another disk.</source>
        <translation>{file}을(를) 저장할 공간이 없습니다: {detail}. 공간을 비우거나 다른 디스크의 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>The folder {file} cannot be used for models: {detail}. Choose another one.</source>
        <translation>{file} 폴더를 모델용으로 사용할 수 없습니다: {detail}. 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{file} was left out: the program ended each time it opened this file. Replace the file with a sound copy, and it is tried again.</source>
        <translation>{file}: 이 파일을 열 때마다 프로그램이 종료되어 제외했습니다. 정상인 파일로 바꾸면 다시 읽습니다.</translation>
    </message>
</context>
</TS>
