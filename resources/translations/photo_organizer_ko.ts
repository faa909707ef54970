<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Photo Organizer</source>
        <translation>Photo Organizer 정보</translation>
    </message>
    <message>
        <source>Search licences</source>
        <translation>라이선스 검색</translation>
    </message>
    <message>
        <source>Parts of the program</source>
        <translation>프로그램의 구성 요소</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>확인하는 중…</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>버전 {version}</translation>
    </message>
    <message>
        <source>Files the pictures of your Instagram archive by date, category and hashtag. Nothing leaves this computer unless you ask for it.</source>
        <translation>인스타그램 내보내기 파일의 사진을 날짜, 카테고리, 해시태그별로 정리합니다. 요청하지 않는 한 아무것도 이 컴퓨터 밖으로 나가지 않습니다.</translation>
    </message>
    <message>
        <source>The window is made with Qt and Qt for Python, which are used under the GNU Lesser General Public License 3. Their libraries lie beside the program and may be replaced by others; their source is at https://download.qt.io.</source>
        <translation>창은 Qt와 Qt for Python으로 만들었으며, GNU 약소 일반 공중 사용 허가서(LGPL) 3에 따라 사용합니다. 해당 라이브러리는 프로그램 옆에 따로 있어 다른 것으로 바꿀 수 있으며, 소스는 https://download.qt.io 에 있습니다.</translation>
    </message>
    <message>
        <source>It does not name its licence.</source>
        <translation>라이선스가 명시되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Its licence is not on this computer word for word.</source>
        <translation>라이선스 전문이 이 컴퓨터에 없습니다.</translation>
    </message>
</context>
<context>
    <name>AlbumController</name>
    <message>
        <source>Add to album…</source>
        <translation>앨범에 추가…</translation>
    </message>
    <message>
        <source>Remove from this album</source>
        <translation>이 앨범에서 제거</translation>
    </message>
    <message>
        <source>Add to album</source>
        <translation>앨범에 추가</translation>
    </message>
    <message numerus="yes">
        <source>%n selected picture(s) will be in it.</source>
        <translation>
            <numerusform>선택한 사진 %n장이 앨범에 추가됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>New album</source>
        <translation>새 앨범</translation>
    </message>
    <message>
        <source>Make album</source>
        <translation>앨범 만들기</translation>
    </message>
    <message>
        <source>Rename album</source>
        <translation>앨범 이름 변경</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 변경</translation>
    </message>
    <message>
        <source>Remove album {name}</source>
        <translation>{name} 앨범 제거</translation>
    </message>
    <message>
        <source>Album “{name}” removed. {undo} brings it back; its pictures stay.</source>
        <translation>“{name}” 앨범을 제거했습니다. {undo} 키로 되돌릴 수 있으며 사진은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Add to {name}</source>
        <translation>{name}에 추가</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) in album “{name}”</source>
        <translation>
            <numerusform>사진 %n장을 “{name}” 앨범에 추가했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from album</source>
        <translation>앨범에서 제거</translation>
    </message>
    <message>
        <source>New album {name}</source>
        <translation>새 앨범 {name}</translation>
    </message>
    <message>
        <source>Album “{name}” made</source>
        <translation>“{name}” 앨범을 만들었습니다</translation>
    </message>
    <message>
        <source>Rename album {name}</source>
        <translation>{name} 앨범 이름 변경</translation>
    </message>
</context>
<context>
    <name>AlbumMenu</name>
    <message>
        <source>Add to album</source>
        <translation>앨범에 추가</translation>
    </message>
    <message>
        <source>Find or name an album</source>
        <translation>앨범 검색 또는 새 이름 입력</translation>
    </message>
    <message>
        <source>New album “{name}”</source>
        <translation>새 앨범 “{name}”</translation>
    </message>
    <message>
        <source>Type a name and press Enter</source>
        <translation>이름을 입력하고 Enter를 누르십시오</translation>
    </message>
</context>
<context>
    <name>AlbumRows</name>
    <message>
        <source>Albums</source>
        <translation>앨범</translation>
    </message>
    <message>
        <source>New album…</source>
        <translation>새 앨범…</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>이것만 보기</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 변경…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
</context>
<context>
    <name>ArchiveAdding</name>
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
</context>
<context>
    <name>ArchiveRemoval</name>
    <message>
        <source>Add again</source>
        <translation>다시 추가</translation>
    </message>
</context>
<context>
    <name>ArchiveRows</name>
    <message>
        <source>Show only this</source>
        <translation>이것만 보기</translation>
    </message>
    <message>
        <source>Remove from library…</source>
        <translation>라이브러리에서 제거…</translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>%n picture(s) copied</source>
        <translation>
            <numerusform>사진 %n장을 복사했습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CarouselDots</name>
    <message>
        <source>Slide {position} of {count}</source>
        <translation>{count}장 중 {position}번째 사진</translation>
    </message>
</context>
<context>
    <name>CategoryDeciding</name>
    <message>
        <source>Category of a picture</source>
        <translation>사진의 카테고리</translation>
    </message>
    <message numerus="yes">
        <source>Category of %n picture(s)</source>
        <translation>
            <numerusform>사진 %n장의 카테고리</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CategoryEditing</name>
    <message>
        <source>Remove {name}</source>
        <translation>{name} 삭제</translation>
    </message>
</context>
<context>
    <name>CategoryEditor</name>
    <message>
        <source>New category</source>
        <translation>새 카테고리</translation>
    </message>
    <message>
        <source>Category “{name}”</source>
        <translation>카테고리 “{name}”</translation>
    </message>
    <message numerus="yes">
        <source>Forget what was learned (%n picture(s))</source>
        <translation>
            <numerusform>배운 내용 지우기 (사진 %n장)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was learned yet</source>
        <translation>아직 배운 내용이 없습니다</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Restore default</source>
        <translation>기본값으로 되돌리기</translation>
    </message>
    <message>
        <source>Forget what was learned</source>
        <translation>배운 내용 지우기</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>New category {name}</source>
        <translation>새 카테고리 {name}</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} 변경</translation>
    </message>
    <message>
        <source>The rule cannot be read as it stands.</source>
        <translation>지금 상태로는 규칙을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Say what lies in it, and see here which pictures would.</source>
        <translation>무엇이 담길지 적으면 해당하는 사진이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>이름이 없습니다.</translation>
    </message>
    <message>
        <source>There is a category of this name already.</source>
        <translation>같은 이름의 카테고리가 이미 있습니다.</translation>
    </message>
    <message>
        <source>Without phrases, its name describes it.</source>
        <translation>문구가 없으면 이름을 설명으로 사용합니다.</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} 삭제</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>{name} 복원</translation>
    </message>
    <message>
        <source>Forget what was learned of {name}</source>
        <translation>{name}에 대해 배운 내용 지우기</translation>
    </message>
</context>
<context>
    <name>CategoryList</name>
    <message>
        <source>Categories</source>
        <translation>카테고리</translation>
    </message>
    <message>
        <source>New category…</source>
        <translation>새 카테고리…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>편집…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Restore all defaults</source>
        <translation>모두 기본값으로 되돌리기</translation>
    </message>
    <message>
        <source>Forget all that was learned</source>
        <translation>배운 내용 모두 지우기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>카테고리</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Decided by you</source>
        <translation>직접 정한 사진</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>만든 이</translation>
    </message>
    <message numerus="yes">
        <source>Forget all that was learned (%n decision(s))</source>
        <translation>
            <numerusform>배운 내용 모두 지우기 (결정 %n개)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was learned yet</source>
        <translation>아직 배운 내용이 없습니다</translation>
    </message>
    <message>
        <source>A picture gets up to three. What is sure of none lies in the last one.</source>
        <translation>사진 한 장은 카테고리를 최대 세 개까지 가집니다. 확실한 것이 없으면 마지막 카테고리에 담깁니다.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>나</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>직접 바꿈</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Restore all default categories</source>
        <translation>기본 카테고리 모두 복원</translation>
    </message>
</context>
<context>
    <name>CategoryMenu</name>
    <message>
        <source>Show only this</source>
        <translation>이것만 보기</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>편집…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>New category…</source>
        <translation>새 카테고리…</translation>
    </message>
</context>
<context>
    <name>CategorySection</name>
    <message>
        <source>New category…</source>
        <translation>새 카테고리…</translation>
    </message>
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
        <source>by the service</source>
        <translation>서비스 제안</translation>
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
    <name>ChartCard</name>
    <message>
        <source>Save “{chart}” as PNG…</source>
        <translation>‘{chart}’ 차트를 PNG로 저장…</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>사진 %Ln장</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys move through the chart, Enter shows the pictures</source>
        <translation>화살표 키로 차트에서 이동하고 Enter를 누르면 사진을 표시합니다</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Pictures per month</source>
        <translation>월별 사진</translation>
    </message>
    <message>
        <source>Categories over the years</source>
        <translation>연도별 카테고리</translation>
    </message>
    <message>
        <source>Most used hashtags</source>
        <translation>많이 사용한 해시태그</translation>
    </message>
    <message>
        <source>Hours of posting</source>
        <translation>게시 시간대</translation>
    </message>
    <message>
        <source>Days and hours</source>
        <translation>요일과 시간대</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>게시물</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Save as PNG</source>
        <translation>PNG로 저장</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 이미지 (*.png)</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Its own colour</source>
        <translation>지금 색</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>다른 색…</translation>
    </message>
    <message>
        <source>Choose another colour</source>
        <translation>다른 색 선택</translation>
    </message>
    <message>
        <source>Colour of the category</source>
        <translation>카테고리 색</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>주황</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>호박색</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>올리브색</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>청록</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>하늘색</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>보라</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>자주</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>분홍</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>갈색</translation>
    </message>
</context>
<context>
    <name>CopyRow</name>
    <message>
        <source>Order and language of what is copied</source>
        <translation>복사할 순서와 언어</translation>
    </message>
    <message>
        <source>Copy {count}/{limit}</source>
        <translation>{count}/{limit}개 복사</translation>
    </message>
    <message>
        <source>Copies the hashtags that you accepted</source>
        <translation>수락한 해시태그를 복사합니다</translation>
    </message>
    <message>
        <source>Copy suggested {count}/{limit}</source>
        <translation>추천 {count}/{limit}개 복사</translation>
    </message>
    <message>
        <source>None is accepted yet: copies the suggested ones that fit</source>
        <translation>아직 수락한 해시태그가 없어 잘 맞는 추천 해시태그를 복사합니다</translation>
    </message>
    <message>
        <source>{count} hashtags are more than your limit of {limit}.</source>
        <translation>해시태그 {count}개는 설정한 한도 {limit}개를 넘습니다.</translation>
    </message>
    <message>
        <source>As accepted, or by fit</source>
        <translation>수락한 순서 또는 잘 맞는 순서</translation>
    </message>
    <message>
        <source>A–Z</source>
        <translation>가나다·ABC순</translation>
    </message>
    <message>
        <source>Most used first</source>
        <translation>많이 쓴 순서</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>In Korean</source>
        <translation>한국어로</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>영어로</translation>
    </message>
    <message>
        <source>In both languages</source>
        <translation>두 언어 모두</translation>
    </message>
</context>
<context>
    <name>DateScrubber</name>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>From {day}</source>
        <translation>{day}부터</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>{day}까지</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>모든 날짜</translation>
    </message>
</context>
<context>
    <name>DayRange</name>
    <message>
        <source>From any day</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Until any day</source>
        <translation>끝까지</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>이전 달</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>다음 달</translation>
    </message>
</context>
<context>
    <name>DescribingChoice</name>
    <message numerus="yes">
        <source>%n picture(s) lose their description, and the hashtags offered for it. Switched on again, the model writes them anew.</source>
        <translation>
            <numerusform>사진 %n장의 설명과 그 설명에서 추천한 해시태그가 사라집니다. 다시 켜면 모델이 설명을 새로 씁니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete all descriptions?</source>
        <translation>설명을 모두 삭제할까요?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Pictures are described in the background from now on, newest first.</source>
        <translation>최신 사진부터 차례로 백그라운드에서 설명을 씁니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n description(s) were deleted.</source>
        <translation>
            <numerusform>설명 %n개를 삭제했습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DescribingRow</name>
    <message>
        <source>Describe pictures</source>
        <translation>사진 설명 쓰기</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Delete all descriptions</source>
        <translation>설명 모두 삭제</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are described</source>
        <translation>
            <numerusform>사진 %n장에 설명이 있습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>It is downloaded after {model}</source>
        <translation>{model} 다음에 내려받습니다</translation>
    </message>
    <message>
        <source>It is downloaded first</source>
        <translation>먼저 모델을 내려받습니다</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>Select a picture to see what is known of it.</source>
        <translation>사진을 고르면 자세한 내용이 여기에 나옵니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) chosen</source>
        <translation>
            <numerusform>사진 %n장 선택</numerusform>
        </translation>
    </message>
    <message>
        <source>What you decide here holds for all of them.</source>
        <translation>여기에서 정한 내용은 선택한 사진 모두에 적용됩니다.</translation>
    </message>
    <message>
        <source>Choose at most {count} to see what they have in common.</source>
        <translation>공통점을 보려면 {count}장까지만 선택하세요.</translation>
    </message>
    <message>
        <source>{pictures} of {count}</source>
        <translation>{count}장 중 {pictures}장</translation>
    </message>
</context>
<context>
    <name>DownloadConfirmation</name>
    <message>
        <source>Download {model}?</source>
        <translation>{model}을(를) 내려받을까요?</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>{size} 내려받기</translation>
    </message>
    <message>
        <source>Your pictures stay on this computer. You can pause at any time; what came is kept.</source>
        <translation>사진은 이 컴퓨터에만 있습니다. 언제든 일시 정지할 수 있으며 받은 부분은 보관됩니다.</translation>
    </message>
    <message>
        <source>{total}, of which {missing} are still to come</source>
        <translation>{total}, 이 중 {missing} 남음</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>From</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <translation>디스크 여유 공간</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>변경…</translation>
    </message>
    <message>
        <source>Change the folder</source>
        <translation>폴더 변경</translation>
    </message>
    <message>
        <source>Choose a folder for models</source>
        <translation>모델 폴더 선택</translation>
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
    <name>Duplicates</name>
    <message>
        <source>Exact copies</source>
        <translation>동일한 파일</translation>
    </message>
    <message>
        <source>Same picture</source>
        <translation>같은 사진</translation>
    </message>
    <message>
        <source>Nearly the same</source>
        <translation>거의 같은 사진</translation>
    </message>
    <message>
        <source>Files with the very same content</source>
        <translation>내용이 완전히 같은 파일</translation>
    </message>
    <message>
        <source>The same picture, compressed or resized otherwise</source>
        <translation>압축이나 크기만 다른 같은 사진</translation>
    </message>
    <message>
        <source>Cut or turned a little, edited, or taken a moment later</source>
        <translation>조금 자르거나 돌렸거나, 보정했거나, 잠시 뒤에 찍은 사진</translation>
    </message>
    <message>
        <source>without a date</source>
        <translation>날짜 없음</translation>
    </message>
</context>
<context>
    <name>DuplicatesWindow</name>
    <message>
        <source>Duplicates</source>
        <translation>중복 사진</translation>
    </message>
    <message>
        <source>Groups of duplicates</source>
        <translation>중복 사진 그룹</translation>
    </message>
    <message>
        <source>Export list…</source>
        <translation>목록 내보내기…</translation>
    </message>
    <message>
        <source>Comparing pictures…</source>
        <translation>사진을 비교하는 중…</translation>
    </message>
    <message>
        <source>Looking at pictures: {done} of {total}</source>
        <translation>사진 확인 중: {total}장 중 {done}장</translation>
    </message>
    <message>
        <source>No picture is there more than once.</source>
        <translation>중복된 사진이 없습니다.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>검색을 중지했습니다.</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>{file}에 저장했습니다</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>다시 검색</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>중복 아님</translation>
    </message>
    <message>
        <source>Export the list of duplicates</source>
        <translation>중복 사진 목록 내보내기</translation>
    </message>
    <message>
        <source>Looking for duplicates</source>
        <translation>중복 사진 찾기</translation>
    </message>
    <message>
        <source>Looking for duplicates…</source>
        <translation>중복 사진을 찾는 중…</translation>
    </message>
    <message>
        <source>Nothing is ever deleted: this only lists what is there more than once.</source>
        <translation>여기서는 중복된 사진을 보여 주기만 하며 아무것도 삭제하지 않습니다.</translation>
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
    <name>ExamplePictures</name>
    <message numerus="yes">
        <source>Use the %n selected picture(s) as examples</source>
        <translation>
            <numerusform>선택한 사진 %n장을 예시로 사용</numerusform>
        </translation>
    </message>
    <message>
        <source>They count, too, once it is saved.</source>
        <translation>저장하면 예시도 반영됩니다.</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>ImageNet {percent}</source>
        <translation>ImageNet {percent}</translation>
    </message>
    <message>
        <source>So many of ImageNet&apos;s photographs are named rightly by words alone.
Source: {source}</source>
        <translation>말로만 설명해 맞힌 ImageNet 사진의 비율입니다.
출처: {source}</translation>
    </message>
    <message>
        <source>Korean {percent}</source>
        <translation>한국어 {percent}</translation>
    </message>
    <message>
        <source>How often a Korean sentence finds its picture (Crossmodal-3600, mean of recall at 1, 5 and 10).
Source: {source}</source>
        <translation>한국어 문장으로 해당 사진을 찾는 비율입니다(Crossmodal-3600, 재현율 1·5·10의 평균).
출처: {source}</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
</context>
<context>
    <name>Favourites</name>
    <message>
        <source>Favourite</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>즐겨찾기 해제</translation>
    </message>
</context>
<context>
    <name>FileFacts</name>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Days, kinds, places and more (Ctrl+Shift+F)</source>
        <translation>날짜, 종류, 위치 등으로 거르기 (Ctrl+Shift+F)</translation>
    </message>
</context>
<context>
    <name>FilterChipBar</name>
    <message>
        <source>Clear</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Show all pictures</source>
        <translation>모든 사진 보기</translation>
    </message>
    <message numerus="yes">
        <source>%n more filter(s)</source>
        <translation>
            <numerusform>필터 %n개 더 보기</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures in any of these, or only those in all of them</source>
        <translation>하나라도 해당하는 사진을 볼지, 모두 해당하는 사진만 볼지 바꿉니다</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>이 필터 지우기</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Similar to this picture</source>
        <translation>이 사진과 비슷한 사진</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>With a place</source>
        <translation>위치 있음</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>확인할 사진</translation>
    </message>
    <message>
        <source>Hashtags that don&apos;t fit</source>
        <translation>맞지 않는 해시태그</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>앨범</translation>
    </message>
    <message>
        <source>Any of</source>
        <translation>하나라도</translation>
    </message>
    <message>
        <source>All of</source>
        <translation>모두</translation>
    </message>
</context>
<context>
    <name>FilterNames</name>
    <message>
        <source>Posts</source>
        <translation>게시물</translation>
    </message>
    <message>
        <source>Reels</source>
        <translation>릴스</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>스토리</translation>
    </message>
    <message>
        <source>IGTV videos</source>
        <translation>IGTV 동영상</translation>
    </message>
    <message>
        <source>Archived posts</source>
        <translation>보관된 게시물</translation>
    </message>
    <message>
        <source>Profile photos</source>
        <translation>프로필 사진</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
</context>
<context>
    <name>FilterToggles</name>
    <message>
        <source>Only</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>내보내기 파일</translation>
    </message>
    <message>
        <source>Chosen categories</source>
        <translation>선택한 카테고리</translation>
    </message>
    <message>
        <source>Chosen hashtags</source>
        <translation>선택한 해시태그</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>With a place</source>
        <translation>위치 있음</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>확인할 사진</translation>
    </message>
    <message>
        <source>Hashtags that don&apos;t fit</source>
        <translation>맞지 않는 해시태그</translation>
    </message>
    <message>
        <source>In all of them</source>
        <translation>모두 해당</translation>
    </message>
    <message>
        <source>In any of them</source>
        <translation>하나라도 해당</translation>
    </message>
    <message>
        <source>With all of them</source>
        <translation>모두 포함</translation>
    </message>
    <message>
        <source>With any of them</source>
        <translation>하나라도 포함</translation>
    </message>
</context>
<context>
    <name>GalleryMenu</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Similar pictures</source>
        <translation>비슷한 사진</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Remove favourite</source>
        <translation>즐겨찾기 해제</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>즐겨찾기</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Most similar first</source>
        <translation>비슷한 순서</translation>
    </message>
    <message>
        <source>Looks like “{words}”</source>
        <translation>“{words}”와(과) 비슷한 사진</translation>
    </message>
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
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정에 따름</translation>
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
        <source>Always</source>
        <translation>항상</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Korean English 한국어 영어 translation</source>
        <translation>한국어 영어 Korean English language 번역</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>appearance dark light night colours</source>
        <translation>모양 화면 어둡게 밝게 다크 야간 색 dark light theme</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>움직임 줄이기</translation>
    </message>
    <message>
        <source>Pictures and controls change at once, without fading or gliding.</source>
        <translation>사진과 컨트롤이 서서히 바뀌지 않고 바로 바뀝니다.</translation>
    </message>
    <message>
        <source>animation accessibility</source>
        <translation>애니메이션 손쉬운 사용 접근성 motion</translation>
    </message>
</context>
<context>
    <name>GroupDelegate</name>
    <message>
        <source>Not duplicates</source>
        <translation>중복 아님</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>파일 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HashtagChips</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
</context>
<context>
    <name>HashtagController</name>
    <message>
        <source>Accept hashtags</source>
        <translation>해시태그 수락</translation>
    </message>
    <message>
        <source>Reject hashtags</source>
        <translation>해시태그 거절</translation>
    </message>
    <message>
        <source>Take hashtags back</source>
        <translation>해시태그 되돌리기</translation>
    </message>
</context>
<context>
    <name>HashtagField</name>
    <message>
        <source>Add hashtags</source>
        <translation>해시태그 추가</translation>
    </message>
    <message>
        <source>Type or paste them, with # or without, and press Enter</source>
        <translation>#이 있어도 없어도 됩니다. 입력하거나 붙여 넣고 Enter를 누르세요</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>There is no hashtag in this.</source>
        <translation>해시태그가 들어 있지 않습니다.</translation>
    </message>
</context>
<context>
    <name>HashtagMenu</name>
    <message>
        <source>Separate this spelling</source>
        <translation>이 표기 분리</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Tidy up hashtags…</source>
        <translation>해시태그 정리…</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>다른 해시태그와 합치기…</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>분리</translation>
    </message>
</context>
<context>
    <name>HashtagMerging</name>
    <message>
        <source>Merge hashtags</source>
        <translation>해시태그 합치기</translation>
    </message>
    <message>
        <source>Separate a spelling</source>
        <translation>표기 분리</translation>
    </message>
</context>
<context>
    <name>HashtagPage</name>
    <message>
        <source>Hashtags</source>
        <translation>해시태그</translation>
    </message>
    <message>
        <source>As most of my own</source>
        <translation>내 해시태그에 맞춤</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영어</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>최대 개수</translation>
    </message>
    <message>
        <source>Instagram has taken 5 for a post since December 2025; it was 30 before.</source>
        <translation>인스타그램은 2025년 12월부터 게시물당 5개까지 허용합니다. 그 전에는 30개였습니다.</translation>
    </message>
    <message>
        <source>limit number of hashtags</source>
        <translation>제한 해시태그 수 limit</translation>
    </message>
    <message>
        <source>Language of suggestions</source>
        <translation>추천 언어</translation>
    </message>
    <message>
        <source>Korean English hashtags 한국어 영어</source>
        <translation>한국어 영어 해시태그 Korean English</translation>
    </message>
    <message>
        <source>Popular hashtags</source>
        <translation>인기 해시태그</translation>
    </message>
    <message>
        <source>They are for being seen, whatever a picture shows, and fill up what is left after those that fit.</source>
        <translation>사진 내용과 관계없이 노출을 위한 해시태그이며, 잘 맞는 해시태그 다음에 남은 자리를 채웁니다.</translation>
    </message>
</context>
<context>
    <name>HashtagRows</name>
    <message>
        <source>Find a hashtag</source>
        <translation>해시태그 찾기</translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation>해시태그</translation>
    </message>
    <message>
        <source>No hashtag has this in it</source>
        <translation>찾는 해시태그가 없습니다</translation>
    </message>
    <message>
        <source>Type below to find others</source>
        <translation>아래에 입력하면 다른 해시태그를 찾을 수 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n spelling(s)</source>
        <translation>
            <numerusform>표기 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InfoPanel</name>
    <message>
        <source>Information</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>캡션</translation>
    </message>
    <message>
        <source>Description (by CoCa)</source>
        <translation>설명 (CoCa)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Show the coordinates</source>
        <translation>좌표 보기</translation>
    </message>
    <message>
        <source>Show on a map</source>
        <translation>지도에서 보기</translation>
    </message>
    <message>
        <source>Opens openstreetmap.org in your browser, which then learns of this place.</source>
        <translation>브라우저에서 openstreetmap.org를 엽니다. 이 장소가 그 사이트에 전달됩니다.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>folder path database move backup</source>
        <translation>폴더 경로 데이터베이스 백업 folder</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>디스크 사용량</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>확인하는 중…</translation>
    </message>
    <message>
        <source>space storage thumbnails bytes</source>
        <translation>용량 공간 저장소 섬네일 space</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>내보내기 파일</translation>
    </message>
    <message>
        <source>{total}: {database} of what is known, {thumbnails} of thumbnails</source>
        <translation>{total}: 정보 {database}, 섬네일 {thumbnails}</translation>
    </message>
    <message>
        <source>Show {name} in its folder</source>
        <translation>{name} 폴더에서 보기</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) and video(s)</source>
        <translation>
            <numerusform>사진과 동영상 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>not connected now</source>
        <translation>지금은 연결되어 있지 않음</translation>
    </message>
    <message>
        <source>archive export folder zip watched</source>
        <translation>내보내기 파일 백업 폴더 zip 감시</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Add zips…</source>
        <translation>zip 추가…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>한눈에 보기</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>샘플로 체험하기</translation>
    </message>
    <message>
        <source>Remove from library…</source>
        <translation>라이브러리에서 제거…</translation>
    </message>
    <message>
        <source>Files that could not be read…</source>
        <translation>읽지 못한 파일…</translation>
    </message>
    <message>
        <source>Categories…</source>
        <translation>카테고리…</translation>
    </message>
    <message>
        <source>Tidy up hashtags…</source>
        <translation>해시태그 정리…</translation>
    </message>
    <message>
        <source>Duplicates…</source>
        <translation>중복 사진…</translation>
    </message>
    <message>
        <source>Hashtag suggestions…</source>
        <translation>해시태그 추천…</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>모델…</translation>
    </message>
    <message>
        <source>Tag selected with a service…</source>
        <translation>선택한 사진을 외부 서비스로 분석…</translation>
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
</context>
<context>
    <name>MeaningField</name>
    <message>
        <source>Phrases</source>
        <translation>문구</translation>
    </message>
    <message>
        <source>A rule over concepts</source>
        <translation>개념 규칙</translation>
    </message>
    <message>
        <source>What lies in it</source>
        <translation>담길 내용</translation>
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
        <source>favourite</source>
        <translation>즐겨찾기</translation>
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
    <message>
        <source>{position} of {total}</source>
        <translation>{total}장 중 {position}번째</translation>
    </message>
</context>
<context>
    <name>MediaText</name>
    <message>
        <source>Without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>{moment}, in a time zone that the archive does not tell</source>
        <translation>{moment} (시간대는 내보내기 파일에 없음)</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>동영상</translation>
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
        <source>{position} of {count}</source>
        <translation>{count}장 중 {position}번째</translation>
    </message>
    <message>
        <source>The archive with the original is not connected. Its pictures come back with it.</source>
        <translation>원본이 있는 내보내기 파일이 연결되어 있지 않습니다. 다시 연결하면 사진도 돌아옵니다.</translation>
    </message>
    <message>
        <source>The file is not in the archive. A part of the download may be missing: add the other zips, and the picture appears.</source>
        <translation>파일이 내보내기 파일에 없습니다. 내려받은 파일 중 일부가 빠졌을 수 있습니다. 나머지 zip을 추가하면 사진이 나타납니다.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge hashtags</source>
        <translation>해시태그 합치기</translation>
    </message>
    <message>
        <source>Find a hashtag</source>
        <translation>해시태그 찾기</translation>
    </message>
    <message>
        <source>Merge {name} with</source>
        <translation>{name}과(와) 합칠 해시태그</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>Which hashtag is the same as {name}?</source>
        <translation>어떤 해시태그가 {name} 해시태그와 같은가요?</translation>
    </message>
    <message>
        <source>No hashtag has this in it</source>
        <translation>찾는 해시태그가 없습니다</translation>
    </message>
    <message>
        <source>Both count as #{name} then, which is used more. Captions stay as they are.</source>
        <translation>둘 다 더 많이 쓴 #{name}(으)로 셉니다. 캡션은 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message numerus="yes">
        <source>What it found in %n picture(s) is kept: {size}</source>
        <translation>
            <numerusform>사진 %n장에서 알아낸 내용을 보관하고 있습니다: {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Recommended for you</source>
        <translation>추천</translation>
    </message>
    <message>
        <source>Loading it…</source>
        <translation>불러오는 중…</translation>
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
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>지우기…</translation>
    </message>
    <message>
        <source>Resume · {size} left</source>
        <translation>이어받기 · {size} 남음</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>내려받기…</translation>
    </message>
    <message>
        <source>Download {size}…</source>
        <translation>{size} 내려받기…</translation>
    </message>
</context>
<context>
    <name>ModelChoosing</name>
    <message>
        <source>“{query}” is Korean, and the model in use knows English only. {model} understands it.</source>
        <translation>“{query}”은(는) 한국어인데 지금 모델은 영어만 이해합니다. {model}은(는) 한국어를 이해합니다.</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>모델…</translation>
    </message>
    <message>
        <source>{model} is downloaded.</source>
        <translation>{model}을(를) 내려받았습니다.</translation>
    </message>
    <message>
        <source>{model} is in use. It looks at the pictures that it has not seen yet, newest first; until then they stay as they are.</source>
        <translation>{model}을(를) 사용합니다. 아직 보지 않은 사진을 최신순으로 살펴보며, 그때까지는 지금 상태를 유지합니다.</translation>
    </message>
    <message>
        <source>{model} stays in use.</source>
        <translation>{model}을(를) 계속 사용합니다.</translation>
    </message>
    <message>
        <source>The files of the model {model} are not on this computer. Your pictures stay as they are; new ones wait until you download it again or use another model.</source>
        <translation>{model} 모델의 파일이 이 컴퓨터에 없습니다. 기존 사진은 그대로 두며, 새 사진은 모델을 다시 내려받거나 다른 모델을 쓸 때까지 기다립니다.</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Looking at what is here…</source>
        <translation>설치된 모델을 확인하는 중…</translation>
    </message>
    <message>
        <source>A model looks at your pictures, files them and suggests hashtags, all on this computer. Nothing is downloaded that you do not ask for.</source>
        <translation>모델은 사진을 살펴보고 분류하며 해시태그를 추천합니다. 모두 이 컴퓨터에서 이루어지며, 요청하지 않은 것은 내려받지 않습니다.</translation>
    </message>
</context>
<context>
    <name>ModelOffer</name>
    <message>
        <source>The starter model knows objects and scenes. A larger one understands more of your pictures, and Korean too.</source>
        <translation>기본 모델은 사물과 장면을 압니다. 더 큰 모델은 사진을 더 많이, 한국어까지 이해합니다.</translation>
    </message>
    <message>
        <source>See models…</source>
        <translation>모델 보기…</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Model and computer</source>
        <translation>모델과 컴퓨터</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>모델…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Look at pictures</source>
        <translation>사진 분석 계속</translation>
    </message>
    <message>
        <source>Wait for mains power</source>
        <translation>전원 연결 기다리기</translation>
    </message>
    <message>
        <source>Model in use</source>
        <translation>사용 중인 모델</translation>
    </message>
    <message>
        <source>download CLIP starter Korean remove AI</source>
        <translation>다운로드 CLIP 기본 한국어 삭제 AI 인공지능</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>Automatic takes the fastest one that a short test finds right.</source>
        <translation>자동은 짧은 시험에서 결과가 정확한 것 중 가장 빠른 것을 씁니다.</translation>
    </message>
    <message>
        <source>device GPU CUDA MPS XPU graphics card speed</source>
        <translation>장치 GPU CUDA MPS XPU 그래픽 카드 속도</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Less precise is often faster; what changes the results is not used.</source>
        <translation>정밀도가 낮으면 대체로 더 빠릅니다. 결과가 달라지는 것은 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>float16 bfloat16 float32 int8 quantisation speed memory</source>
        <translation>float16 bfloat16 float32 int8 양자화 속도 메모리</translation>
    </message>
    <message>
        <source>Measured on this computer</source>
        <translation>이 컴퓨터에서 측정한 값</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>확인하는 중…</translation>
    </message>
    <message>
        <source>self-test speed pictures per second</source>
        <translation>시험 속도 초당 사진 수</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>배터리 사용 중</translation>
    </message>
    <message>
        <source>Looking at many pictures takes much power. What waits goes on by itself once the computer is plugged in.</source>
        <translation>많은 사진을 분석하면 전력을 많이 씁니다. 미뤄 둔 분석은 전원을 연결하면 저절로 이어집니다.</translation>
    </message>
    <message>
        <source>laptop power energy saving plugged charge</source>
        <translation>노트북 전원 전력 절약 충전 어댑터 laptop battery</translation>
    </message>
    <message>
        <source>{device} (not here)</source>
        <translation>{device} (이 컴퓨터에 없음)</translation>
    </message>
    <message>
        <source>The model is loaded and measured…</source>
        <translation>모델을 불러와 측정하는 중…</translation>
    </message>
    <message>
        <source>The starter model runs on the CPU as it is. Processor and precision are for the models that you download.</source>
        <translation>기본 모델은 그대로 CPU에서 실행됩니다. 프로세서와 정밀도는 내려받은 모델에 적용됩니다.</translation>
    </message>
    <message>
        <source>Not yet: it is when the model is loaded.</source>
        <translation>아직 없습니다. 모델을 불러올 때 측정합니다.</translation>
    </message>
    <message>
        <source>{processor} · {precision} · {rate} pictures per second</source>
        <translation>{processor} · {precision} · 초당 사진 {rate}장</translation>
    </message>
</context>
<context>
    <name>ModelRemoving</name>
    <message>
        <source>Remove {model} from this computer?</source>
        <translation>{model}을(를) 이 컴퓨터에서 삭제할까요?</translation>
    </message>
    <message>
        <source>{size} become free. What it found in your pictures stays; to use it again it is downloaded anew.</source>
        <translation>{size}의 공간이 생깁니다. 사진에서 알아낸 내용은 남으며, 다시 사용하려면 새로 내려받아야 합니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete what {model} found in your pictures?</source>
        <translation>{model}이(가) 사진에서 알아낸 내용을 지울까요?</translation>
    </message>
    <message>
        <source>About {size} of the library become free. Categories and hashtags stay as they are. When you go back to this model, it looks at all pictures again.</source>
        <translation>라이브러리에서 약 {size}의 공간이 생깁니다. 카테고리와 해시태그는 그대로입니다. 이 모델로 돌아오면 모든 사진을 다시 살펴봅니다.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>{model} is removed: {size} are free again.</source>
        <translation>{model}을(를) 삭제했습니다. {size}의 공간이 생겼습니다.</translation>
    </message>
    <message>
        <source>The library is {size} smaller.</source>
        <translation>라이브러리가 {size} 줄었습니다.</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Starter</source>
        <translation>기본</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>빠름</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>균형</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>Descriptions</source>
        <translation>사진 설명</translation>
    </message>
    <message>
        <source>Works from the first minute. Knows objects and scenes, weak on people.</source>
        <translation>처음부터 바로 작동합니다. 사물과 장면은 잘 알지만 사람에는 약합니다.</translation>
    </message>
    <message>
        <source>Understands people, places and moods. Quick on any computer.</source>
        <translation>사람, 장소, 분위기를 이해합니다. 어느 컴퓨터에서나 빠릅니다.</translation>
    </message>
    <message>
        <source>Understands more than the fast one. For computers with a graphics processor.</source>
        <translation>빠른 모델보다 더 많이 이해합니다. 그래픽 카드가 있는 컴퓨터에 알맞습니다.</translation>
    </message>
    <message>
        <source>Understands Korean and many more languages. Quick on any computer.</source>
        <translation>한국어를 비롯한 여러 언어를 이해합니다. 어느 컴퓨터에서나 빠릅니다.</translation>
    </message>
    <message>
        <source>Understands Korean and many more languages, and finer detail. For computers with a graphics processor.</source>
        <translation>한국어를 비롯한 여러 언어와 더 세밀한 부분을 이해합니다. 그래픽 카드가 있는 컴퓨터에 알맞습니다.</translation>
    </message>
    <message>
        <source>Understands most, in Korean and many more languages. Slow without a graphics processor.</source>
        <translation>한국어를 비롯한 여러 언어로 가장 많이 이해합니다. 그래픽 카드가 없으면 느립니다.</translation>
    </message>
    <message>
        <source>Writes a line in English about each picture. Search finds its words, and what it names is offered as hashtags.</source>
        <translation>사진마다 영어로 한 줄 설명을 씁니다. 설명에 쓰인 말로 검색할 수 있고, 설명에 나온 것을 해시태그로 추천합니다.</translation>
    </message>
    <message>
        <source>For research only: no commercial use</source>
        <translation>연구용: 상업적 사용 불가</translation>
    </message>
    <message>
        <source>No commercial use</source>
        <translation>상업적 사용 불가</translation>
    </message>
    <message>
        <source>comes with the app</source>
        <translation>앱에 포함됨</translation>
    </message>
    <message>
        <source>A file of weights: {file}</source>
        <translation>가중치 파일: {file}</translation>
    </message>
    <message>
        <source>A model of open_clip that you named.</source>
        <translation>직접 입력한 open_clip 모델입니다.</translation>
    </message>
    <message>
        <source>Korean, English and many more</source>
        <translation>한국어, 영어 외 여러 언어</translation>
    </message>
    <message>
        <source>English only</source>
        <translation>영어만</translation>
    </message>
    <message>
        <source>Licence: see its page</source>
        <translation>라이선스: 모델 페이지 참조</translation>
    </message>
    <message>
        <source>Its files are no longer there</source>
        <translation>파일이 더 이상 없습니다</translation>
    </message>
    <message>
        <source>Not downloaded</source>
        <translation>내려받지 않음</translation>
    </message>
    <message>
        <source>Partly downloaded: {size}</source>
        <translation>일부 내려받음: {size}</translation>
    </message>
    <message>
        <source>Nothing to download</source>
        <translation>내려받을 것 없음</translation>
    </message>
    <message>
        <source>On this computer: {size}</source>
        <translation>이 컴퓨터에 있음: {size}</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>서버에 묻는 중…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total} 중 {done}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>the line was cut, trying again…</source>
        <translation>연결이 끊겨 다시 시도하는 중…</translation>
    </message>
    <message>
        <source>Model: asking the server…</source>
        <translation>모델: 서버에 묻는 중…</translation>
    </message>
    <message>
        <source>Model: {percent} %, paused</source>
        <translation>모델: {percent} %, 일시 정지</translation>
    </message>
    <message>
        <source>Model: {percent} %</source>
        <translation>모델: {percent} %</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name of the album</source>
        <translation>앨범 이름</translation>
    </message>
    <message>
        <source>There is an album of this name.</source>
        <translation>같은 이름의 앨범이 이미 있습니다.</translation>
    </message>
</context>
<context>
    <name>NameFields</name>
    <message>
        <source>Name in English</source>
        <translation>영어 이름</translation>
    </message>
    <message>
        <source>Name in Korean</source>
        <translation>한국어 이름</translation>
    </message>
    <message>
        <source>One is enough: the other is filled in where it is left empty.</source>
        <translation>하나만 적어도 됩니다. 비워 둔 쪽은 자동으로 채웁니다.</translation>
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
    <message>
        <source>Looking for pictures that show “{words}”…</source>
        <translation>“{words}”이(가) 나온 사진을 찾는 중…</translation>
    </message>
    <message>
        <source>All hashtags fit their pictures</source>
        <translation>모든 해시태그가 사진과 맞습니다</translation>
    </message>
    <message numerus="yes">
        <source>Any of them instead of all: %n picture(s)</source>
        <translation>
            <numerusform>모두 대신 하나라도 해당하면: 사진 %n장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only “{filter}”: %n picture(s)</source>
        <translation>
            <numerusform>“{filter}”만: 사진 %n장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without “{filter}”: %n picture(s)</source>
        <translation>
            <numerusform>“{filter}” 빼고: 사진 %n장</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OtherModel</name>
    <message>
        <source>Model of open_clip</source>
        <translation>open_clip 모델</translation>
    </message>
    <message>
        <source>Weights: a tag or a file</source>
        <translation>가중치: 태그 또는 파일</translation>
    </message>
    <message>
        <source>laion2b_s34b_b79k, or a file</source>
        <translation>laion2b_s34b_b79k 또는 파일</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>파일 선택…</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>목록에 추가</translation>
    </message>
    <message>
        <source>Looking it up…</source>
        <translation>찾아보는 중…</translation>
    </message>
    <message>
        <source>Another model</source>
        <translation>다른 모델</translation>
    </message>
    <message>
        <source>Any model of open_clip, or a file of its weights (.safetensors or .pt) on this computer.</source>
        <translation>open_clip의 모델이나 이 컴퓨터에 있는 가중치 파일(.safetensors 또는 .pt)을 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>Choose a file of weights</source>
        <translation>가중치 파일 선택</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pt *.pth *.bin)</source>
        <translation>가중치 (*.safetensors *.pt *.pth *.bin)</translation>
    </message>
</context>
<context>
    <name>OverviewController</name>
    <message>
        <source>Overview</source>
        <translation>한눈에 보기</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>저장했습니다: {path}</translation>
    </message>
    <message>
        <source>{path} could not be written. Choose another folder.</source>
        <translation>{path}에 저장할 수 없습니다. 다른 폴더를 선택하십시오.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Show pictures</source>
        <translation>사진 보기</translation>
    </message>
    <message>
        <source>Save all as PNG…</source>
        <translation>전체를 PNG로 저장…</translation>
    </message>
    <message>
        <source>No picture passes this filter: there is nothing to count.</source>
        <translation>이 필터에 해당하는 사진이 없어 집계할 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>한눈에 보기</translation>
    </message>
</context>
<context>
    <name>PhraseField</name>
    <message>
        <source>Phrases, one on each line</source>
        <translation>문구(한 줄에 하나씩)</translation>
    </message>
    <message>
        <source>a cup of coffee
cake on a plate
a table in a cafe</source>
        <translation>커피 한 잔
접시 위의 케이크
카페 테이블</translation>
    </message>
    <message>
        <source>{phrase}: not understood. Say it in other words, or in English.</source>
        <translation>{phrase}: 이해하지 못했습니다. 다른 말이나 영어로 적어 주세요.</translation>
    </message>
    <message>
        <source>{phrase} → {english} · not known: {words}</source>
        <translation>{phrase} → {english} · 모르는 단어: {words}</translation>
    </message>
    <message>
        <source>A category has at most {count} phrases. Leave some out.</source>
        <translation>카테고리에는 문구를 {count}개까지 넣을 수 있습니다. 몇 개를 빼 주세요.</translation>
    </message>
    <message>
        <source>The model does not hear “{words}”: say what there is to see. To leave something out, use a rule, such as dog and not cat.</source>
        <translation>모델은 “{words}”을(를) 알아듣지 못합니다. 보이는 것을 적어 주세요. 무언가를 빼려면 ‘강아지 그리고 아닌 고양이’ 같은 규칙을 사용하세요.</translation>
    </message>
</context>
<context>
    <name>PictureFacts</name>
    <message>
        <source>Description (by CoCa)</source>
        <translation>설명 (CoCa)</translation>
    </message>
</context>
<context>
    <name>PresentHashtags</name>
    <message>
        <source>Hashtags</source>
        <translation>해시태그</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>In the caption</source>
        <translation>캡션에 있음</translation>
    </message>
    <message>
        <source>Does not seem to fit the picture</source>
        <translation>사진과 맞지 않는 것 같습니다</translation>
    </message>
    <message>
        <source>Accepted by you</source>
        <translation>직접 수락함</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>It fits</source>
        <translation>잘 맞음</translation>
    </message>
    <message>
        <source>Accept for all chosen pictures</source>
        <translation>선택한 사진 모두에 수락</translation>
    </message>
    <message>
        <source>Show all pictures with it</source>
        <translation>이 해시태그가 있는 사진 모두 보기</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Open with the system&apos;s player</source>
        <translation>시스템 플레이어로 열기</translation>
    </message>
    <message>
        <source>Opening the original…</source>
        <translation>원본을 여는 중…</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Looking for pictures</source>
        <translation>사진을 찾는 중</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>찾는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) would be filed here</source>
        <translation>
            <numerusform>사진 %n장이 여기에 담깁니다</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no preview now.</source>
        <translation>지금은 미리 볼 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>개인정보</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>지우기…</translation>
    </message>
    <message>
        <source>Forget what was learned from you…</source>
        <translation>학습한 내용 지우기…</translation>
    </message>
    <message>
        <source>Nothing leaves this computer unless you ask for it</source>
        <translation>요청하지 않는 한 아무것도 이 컴퓨터 밖으로 나가지 않습니다</translation>
    </message>
    <message>
        <source>Your pictures, their captions and all that is found in them stay here. The program goes online only to download a model that you ask for, and, if you name a service that tags pictures, to send it those for which you agree each time. Archives are only read, never changed.</source>
        <translation>사진과 캡션, 거기서 알아낸 모든 것은 이 컴퓨터에만 있습니다. 프로그램은 요청한 모델을 내려받을 때, 그리고 사진을 분석할 서비스를 직접 지정한 경우 매번 동의한 사진을 보낼 때만 인터넷에 연결합니다. 내보내기 파일은 읽기만 하고 절대 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>privacy internet network upload telemetry online</source>
        <translation>개인정보 인터넷 네트워크 업로드 전송 온라인</translation>
    </message>
    <message>
        <source>What was learned from you</source>
        <translation>사용자에게서 학습한 내용</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>확인하는 중…</translation>
    </message>
    <message>
        <source>decisions corrections categories reset delete</source>
        <translation>결정 수정 카테고리 초기화 삭제</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Clear recent searches</source>
        <translation>최근 검색 지우기</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>최근 검색어</translation>
    </message>
    <message>
        <source>The last ones are offered again in the search field.</source>
        <translation>최근 검색어는 검색란에 다시 표시됩니다.</translation>
    </message>
    <message>
        <source>search history clear delete</source>
        <translation>검색 기록 지우기 삭제 최근</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Found by models that are no longer in use</source>
        <translation>더 이상 쓰지 않는 모델이 알아낸 내용</translation>
    </message>
    <message>
        <source>Nothing yet: confirm or correct a category, and similar pictures follow.</source>
        <translation>아직 없습니다. 카테고리를 확인하거나 고치면 비슷한 사진에도 반영됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed or corrected categories</source>
        <translation>
            <numerusform>확인하거나 고친 카테고리 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Delete what {model} found…</source>
        <translation>{model} 모델이 알아낸 내용 삭제…</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>vectors unused model space delete</source>
        <translation>벡터 사용하지 않는 모델 용량 삭제</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Files that could not be read</source>
        <translation>읽지 못한 파일</translation>
    </message>
    <message>
        <source>All files can be read</source>
        <translation>모든 파일을 읽을 수 있습니다</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>목록 복사</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Reads all of these files again, changed or not.</source>
        <translation>바뀌었는지와 상관없이 이 파일을 모두 다시 읽습니다.</translation>
    </message>
    <message>
        <source>All other pictures were added. These are tried again when their files change.</source>
        <translation>나머지 사진은 모두 추가했습니다. 아래 파일은 내용이 바뀌면 다시 읽습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>읽지 못한 파일 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemModel</name>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>해결 방법</translation>
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
        <source>The model is missing</source>
        <translation>모델이 없습니다</translation>
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
        <source>Describing {done} of {total}</source>
        <translation>설명 쓰는 중: {done}/{total}</translation>
    </message>
    <message>
        <source>Removing {done} of {total}</source>
        <translation>제거하는 중: {total}장 중 {done}장</translation>
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
    <name>ProposalsPage</name>
    <message>
        <source>Hashtags that might be one</source>
        <translation>같은 해시태그일 수 있는 것</translation>
    </message>
    <message>
        <source>Nothing to propose: no two of your hashtags look like one.</source>
        <translation>제안할 것이 없습니다. 같아 보이는 해시태그가 없습니다.</translation>
    </message>
    <message>
        <source>All proposals are decided.</source>
        <translation>제안을 모두 처리했습니다.</translation>
    </message>
    <message>
        <source>Spelled alike</source>
        <translation>표기가 비슷함</translation>
    </message>
    <message>
        <source>Means the same</source>
        <translation>뜻이 같음</translation>
    </message>
    <message>
        <source>pictures: {other} → {kept}</source>
        <translation>사진: {other} → {kept}</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>따로 두기</translation>
    </message>
    <message>
        <source>Merge hashtags</source>
        <translation>해시태그 합치기</translation>
    </message>
    <message>
        <source>Keep hashtags apart</source>
        <translation>해시태그 따로 두기</translation>
    </message>
    <message>
        <source>Looking for hashtags that might be one…</source>
        <translation>같은 해시태그일 수 있는 것을 찾는 중…</translation>
    </message>
    <message>
        <source>Enter merges what is selected, Delete keeps it apart, {undo} takes it back. The one that is used more gives the name; captions stay as they are.</source>
        <translation>Enter는 선택한 항목을 합치고, Delete는 따로 두고, {undo}은(는) 되돌립니다. 더 많이 쓴 해시태그의 이름을 사용하며 캡션은 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Copy them again from the archive that you downloaded.</source>
        <translation>내려받은 원본에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>Copy or download the archive again.</source>
        <translation>내보내기 파일을 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>They were left out; there is nothing to do.</source>
        <translation>제외했습니다. 따로 할 일은 없습니다.</translation>
    </message>
    <message>
        <source>Ask Instagram for the export in JSON format.</source>
        <translation>인스타그램에서 JSON 형식으로 내보내기를 요청하세요.</translation>
    </message>
    <message>
        <source>Empty files</source>
        <translation>빈 파일</translation>
    </message>
    <message>
        <source>Damaged pictures</source>
        <translation>손상된 사진</translation>
    </message>
    <message>
        <source>Videos that cannot be read</source>
        <translation>읽을 수 없는 동영상</translation>
    </message>
    <message>
        <source>Not pictures, whatever their names say</source>
        <translation>이름과 달리 사진이 아님</translation>
    </message>
    <message>
        <source>Too large to be opened safely</source>
        <translation>안전하게 열기에는 너무 큼</translation>
    </message>
    <message>
        <source>Files that cannot be opened</source>
        <translation>열 수 없는 파일</translation>
    </message>
    <message>
        <source>Check that you may read them, then try again.</source>
        <translation>읽기 권한을 확인한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Files that ended the program</source>
        <translation>프로그램을 종료시킨 파일</translation>
    </message>
    <message>
        <source>Replace them with sound copies, and they are tried again.</source>
        <translation>온전한 사본으로 바꾸면 다시 시도합니다.</translation>
    </message>
    <message>
        <source>Damaged zips, or not copied whole yet</source>
        <translation>손상되었거나 아직 다 복사되지 않은 zip</translation>
    </message>
    <message>
        <source>When they are whole they are read by themselves; or download them again.</source>
        <translation>복사가 끝나면 저절로 읽습니다. 아니면 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>Large zips within zips</source>
        <translation>zip 안의 큰 zip</translation>
    </message>
    <message>
        <source>Unpack the outer ones and add what comes out.</source>
        <translation>바깥 zip의 압축을 풀고 나온 것을 추가하세요.</translation>
    </message>
    <message>
        <source>Files that Instagram does not write</source>
        <translation>인스타그램이 만들지 않는 파일</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>링크</translation>
    </message>
    <message>
        <source>Copy there what they lead to, if it belongs to the archive.</source>
        <translation>내보내기 파일에 속한 것이면 링크가 가리키는 파일을 그 자리에 복사하세요.</translation>
    </message>
    <message>
        <source>Damaged lists of posts</source>
        <translation>손상된 게시물 목록</translation>
    </message>
    <message>
        <source>Lists with entries of an unknown form</source>
        <translation>알 수 없는 형식의 항목이 있는 목록</translation>
    </message>
    <message>
        <source>These entries were left out; a newer version may know them.</source>
        <translation>해당 항목은 제외했습니다. 새 버전에서는 읽을 수도 있습니다.</translation>
    </message>
    <message>
        <source>Lists with dates in another form</source>
        <translation>날짜 형식이 다른 목록</translation>
    </message>
    <message>
        <source>Web pages that are too large</source>
        <translation>너무 큰 웹 페이지</translation>
    </message>
    <message>
        <source>Categories whose rule cannot be read</source>
        <translation>규칙을 읽을 수 없는 카테고리</translation>
    </message>
    <message>
        <source>Correct the rule under “Edit categories…”.</source>
        <translation>‘카테고리 편집…’에서 규칙을 고쳐 주십시오.</translation>
    </message>
    <message>
        <source>Places where there is nothing</source>
        <translation>아무것도 없는 위치</translation>
    </message>
    <message>
        <source>Connect the disk that they are on.</source>
        <translation>해당 디스크를 연결하세요.</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>기타 파일</translation>
    </message>
</context>
<context>
    <name>RedoAction</name>
    <message>
        <source>Redo: {name}</source>
        <translation>다시 실행: {name}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>Remove from the library</source>
        <translation>라이브러리에서 제거</translation>
    </message>
    <message>
        <source>Your files stay where they are: nothing in the folder or zip is changed or deleted. It is no longer watched.</source>
        <translation>원본 파일은 그대로 남습니다. 폴더나 zip의 내용은 바뀌거나 삭제되지 않으며, 이후의 변경은 더 이상 반영되지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing was added yet.</source>
        <translation>아직 추가한 내보내기 파일이 없습니다.</translation>
    </message>
    <message>
        <source>Remove {name} from the library?</source>
        <translation>{name}을(를) 라이브러리에서 제거할까요?</translation>
    </message>
    <message>
        <source>Which archives are to be removed?</source>
        <translation>어떤 내보내기 파일을 제거할까요?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>사진 %Ln장</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>세는 중…</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>선택한 항목이 없습니다.</translation>
    </message>
</context>
<context>
    <name>RemovalTexts</name>
    <message>
        <source>No picture leaves the library.</source>
        <translation>라이브러리에서 빠지는 사진이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) leave the library.</source>
        <translation>
            <numerusform>사진 %Ln장이 라이브러리에서 빠집니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) stay, because another archive has them, too.</source>
        <translation>
            <numerusform>사진 %Ln장은 다른 내보내기 파일에도 있어 그대로 남습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) stay without a file, because another archive names them.</source>
        <translation>
            <numerusform>사진 %Ln장은 다른 내보내기 파일의 목록에 있어 원본 없이 남습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} was removed: %Ln picture(s) left the library.</source>
        <translation>
            <numerusform>{name}을(를) 제거했습니다. 사진 %Ln장이 라이브러리에서 빠졌습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What you decided of %Ln of them is kept{what}, and comes back when you add the same archive again.</source>
        <translation>
            <numerusform>그중 직접 정리한 %Ln장의 내용은 보관되며{what}, 같은 내보내기 파일을 다시 추가하면 돌아옵니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with categories</source>
        <translation>
            <numerusform>카테고리 %Ln장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with hashtags</source>
        <translation>
            <numerusform>해시태그 %Ln장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln favourite(s)</source>
        <translation>
            <numerusform>즐겨찾기 %Ln장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in albums</source>
        <translation>
            <numerusform>앨범 %Ln장</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleField</name>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>adult and not child</source>
        <translation>어른 그리고 아닌 아이</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>개념</translation>
    </message>
    <message>
        <source>All concepts that a rule may name (Ctrl+Space)</source>
        <translation>규칙에 쓸 수 있는 모든 개념 (Ctrl+Space)</translation>
    </message>
    <message>
        <source>Join concepts with and, or, not and parentheses.</source>
        <translation>개념을 그리고, 또는, 아닌, 괄호로 이어 주세요.</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Favourite</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>즐겨찾기 해제</translation>
    </message>
    <message>
        <source>The picture is on the clipboard</source>
        <translation>사진을 클립보드에 복사했습니다</translation>
    </message>
    <message>
        <source>The system has no program for this file</source>
        <translation>이 파일을 열 프로그램이 시스템에 없습니다</translation>
    </message>
    <message>
        <source>This computer has nothing that videos can be played with in here.</source>
        <translation>이 컴퓨터에는 앱 안에서 동영상을 재생할 수 있는 구성 요소가 없습니다.</translation>
    </message>
    <message>
        <source>The video cannot be played here: {reason}</source>
        <translation>여기에서 동영상을 재생할 수 없습니다: {reason}</translation>
    </message>
</context>
<context>
    <name>SearchSuggestions</name>
    <message>
        <source>Clear recent searches</source>
        <translation>최근 검색 지우기</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>카테고리</translation>
    </message>
    <message>
        <source>videos only</source>
        <translation>동영상만</translation>
    </message>
    <message>
        <source>no videos</source>
        <translation>사진만</translation>
    </message>
    <message>
        <source>favourites only</source>
        <translation>즐겨찾기만</translation>
    </message>
    <message>
        <source>posts with several pictures</source>
        <translation>사진이 여러 장인 게시물</translation>
    </message>
    <message>
        <source>stories only</source>
        <translation>스토리만</translation>
    </message>
    <message>
        <source>reels only</source>
        <translation>릴스만</translation>
    </message>
    <message>
        <source>before a day, as in 2023-06-30</source>
        <translation>해당 날짜 이전, 예: 2023-06-30</translation>
    </message>
    <message>
        <source>after a month, as in 2023-06</source>
        <translation>해당 월 이후, 예: 2023-06</translation>
    </message>
    <message>
        <source>in a year, as in 2023</source>
        <translation>해당 연도, 예: 2023</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Clear</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Select nothing (Esc)</source>
        <translation>선택 해제 (Esc)</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count}장 선택</translation>
    </message>
    <message>
        <source>Remove favourite</source>
        <translation>즐겨찾기 해제</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>즐겨찾기</translation>
    </message>
</context>
<context>
    <name>ServiceController</name>
    <message>
        <source>Forget what a service said</source>
        <translation>서비스 결과 지우기</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) tagged by the service.</source>
        <translation>
            <numerusform>서비스가 사진 %n장에 태그를 붙였습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service and its key are forgotten.</source>
        <translation>서비스와 키를 지웠습니다.</translation>
    </message>
</context>
<context>
    <name>ServiceDialog</name>
    <message>
        <source>Tag with a service</source>
        <translation>외부 서비스로 분석</translation>
    </message>
    <message>
        <source>Only pictures that it has not tagged yet</source>
        <translation>아직 태그를 붙이지 않은 사진만</translation>
    </message>
    <message>
        <source>Forget what it said</source>
        <translation>결과 지우기</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
    <message numerus="yes">
        <source>The service asks to wait. It goes on in %n second(s).</source>
        <translation>
            <numerusform>서비스가 잠시 기다려 달라고 합니다. %n초 뒤에 계속합니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) tagged.</source>
        <translation>
            <numerusform>사진 %n장에 태그를 붙였습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send them to this service</source>
        <translation>이 서비스로 보내기</translation>
    </message>
    <message>
        <source>Name a service first.</source>
        <translation>먼저 서비스를 지정하세요.</translation>
    </message>
    <message>
        <source>Send them to {where}</source>
        <translation>{where}(으)로 보내는 데 동의합니다</translation>
    </message>
    <message>
        <source>About:</source>
        <translation>예상:</translation>
    </message>
    <message>
        <source>Select pictures first.</source>
        <translation>먼저 사진을 선택하세요.</translation>
    </message>
    <message>
        <source>It has tagged all of them already.</source>
        <translation>이미 모든 사진에 태그를 붙였습니다.</translation>
    </message>
    <message>
        <source>They stay on this computer.</source>
        <translation>사진은 이 컴퓨터를 떠나지 않습니다.</translation>
    </message>
    <message>
        <source>They leave this computer. What {where} does with them, its terms say.</source>
        <translation>사진이 이 컴퓨터 밖으로 전송됩니다. 처리 방식은 {where}의 약관을 따릅니다.</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>가격 알 수 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), reduced to 512 pixels.</source>
        <translation>
            <numerusform>사진 %n장(512픽셀로 축소).</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>토큰 {count}개</translation>
    </message>
    <message>
        <source>A vision-language model of your choice can file these pictures and suggest hashtags: one on this computer, or a service on the internet. It is off until you name it here.</source>
        <translation>원하는 시각 언어 모델로 사진을 분류하고 해시태그를 제안받을 수 있습니다. 이 컴퓨터의 모델이나 인터넷 서비스를 쓸 수 있으며, 여기서 지정하기 전까지는 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>Sent are small copies without place and camera, and the names of your categories; no captions, no names, nothing else.</source>
        <translation>위치와 카메라 정보를 뺀 작은 사본과 카테고리 이름만 보냅니다. 캡션과 이름 등 다른 정보는 보내지 않습니다.</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>보내는 내용</translation>
    </message>
</context>
<context>
    <name>ServiceForm</name>
    <message>
        <source>Another</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>Only if it needs one; kept in the system&apos;s keychain</source>
        <translation>필요한 경우에만 입력하세요. 시스템 키체인에 보관됩니다</translation>
    </message>
    <message>
        <source>Check connection</source>
        <translation>연결 확인</translation>
    </message>
    <message>
        <source>Forget service and key</source>
        <translation>서비스와 키 지우기</translation>
    </message>
    <message numerus="yes">
        <source>It answers and has %n model(s).</source>
        <translation>
            <numerusform>연결되었습니다. 모델이 %n개 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{model}” is not among them.</source>
        <translation>‘{model}’ 모델은 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>서비스(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>주소(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>모델(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>키(&amp;K)</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>보낸 토큰</translation>
    </message>
    <message>
        <source>received</source>
        <translation>받은 토큰</translation>
    </message>
    <message>
        <source>Price of a million tokens {which}</source>
        <translation>{which} 100만 개의 가격</translation>
    </message>
    <message>
        <source>Price of a million tokens</source>
        <translation>토큰 100만 개의 가격</translation>
    </message>
    <message>
        <source>The one in the system&apos;s keychain is used</source>
        <translation>시스템 키체인에 보관된 키를 사용합니다</translation>
    </message>
    <message>
        <source>free</source>
        <translation>무료</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>확인하는 중…</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Forget what was learned from you?</source>
        <translation>사용자에게서 학습한 내용을 지울까요?</translation>
    </message>
    <message>
        <source>All confirmed and corrected categories are taken back, and pictures are filed as the model alone would. This can be undone with Ctrl+Z until you quit.</source>
        <translation>확인하거나 고친 카테고리를 모두 되돌리고, 모델의 판단만으로 사진을 분류합니다. 종료하기 전까지는 Ctrl+Z로 실행 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Forget what was learned</source>
        <translation>학습한 내용 지우기</translation>
    </message>
    <message>
        <source>Delete what {model} found in your pictures?</source>
        <translation>{model} 모델이 사진에서 알아낸 내용을 삭제할까요?</translation>
    </message>
    <message>
        <source>About {size} of the library become free. Categories and hashtags stay as they are. When you go back to this model, it looks at all pictures again.</source>
        <translation>라이브러리에서 약 {size}의 공간이 생깁니다. 카테고리와 해시태그는 그대로입니다. 이 모델로 돌아오면 모든 사진을 다시 살펴봅니다.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>설정 검색</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>No setting is called so.</source>
        <translation>일치하는 설정이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Filter by date, category and hashtag</source>
        <translation>날짜, 카테고리, 해시태그로 거르기</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>모든 사진</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>동영상</translation>
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
        <source>Hashtags that don&apos;t fit</source>
        <translation>맞지 않는 해시태그</translation>
    </message>
    <message>
        <source>The captions of these have hashtags that the pictures do not show</source>
        <translation>캡션의 해시태그가 사진에 보이지 않는 게시물입니다</translation>
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
        <source>New category…</source>
        <translation>새 카테고리…</translation>
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
    <name>SimilarSection</name>
    <message>
        <source>Similar</source>
        <translation>비슷한 사진</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>All pictures that look like this one (S)</source>
        <translation>이 사진과 비슷한 사진 모두 보기 (S)</translation>
    </message>
    <message>
        <source>Similar picture {position} of {total}</source>
        <translation>비슷한 사진 {total}장 중 {position}번째</translation>
    </message>
</context>
<context>
    <name>SpellingsPage</name>
    <message>
        <source>Find a hashtag</source>
        <translation>해시태그 찾기</translation>
    </message>
    <message>
        <source>Hashtags in several spellings</source>
        <translation>표기가 여러 개인 해시태그</translation>
    </message>
    <message>
        <source>Enter separates a spelling</source>
        <translation>Enter를 누르면 표기를 분리합니다</translation>
    </message>
    <message>
        <source>A hashtag that you separate is counted by itself from then on. Captions stay as they are.</source>
        <translation>분리한 해시태그는 앞으로 따로 셉니다. 캡션은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>No hashtag has this in it</source>
        <translation>찾는 해시태그가 없습니다</translation>
    </message>
    <message>
        <source>Each of your hashtags has one spelling only.</source>
        <translation>모든 해시태그의 표기가 하나뿐입니다.</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>분리</translation>
    </message>
    <message>
        <source>Separate a spelling</source>
        <translation>표기 분리</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Continue now</source>
        <translation>지금 계속</translation>
    </message>
    <message>
        <source>Look at the pictures now, on battery</source>
        <translation>배터리를 사용해 지금 사진 분석</translation>
    </message>
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
        <source>Looking for pictures that show “{words}”…</source>
        <translation>“{words}”이(가) 나온 사진을 찾는 중…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for mains power – %Ln picture(s) left</source>
        <translation>
            <numerusform>전원 연결을 기다리는 중 – 사진 %Ln장 남음</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
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
    <name>SuggestedHashtags</name>
    <message>
        <source>Accept all</source>
        <translation>모두 수락</translation>
    </message>
    <message>
        <source>Accepts all that fit by themselves</source>
        <translation>사진에 잘 맞는 해시태그를 모두 수락합니다</translation>
    </message>
    <message>
        <source>How hashtags are suggested…</source>
        <translation>해시태그 추천 방식…</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>추천</translation>
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
        <source>In the description of the picture</source>
        <translation>사진 설명에 나옵니다</translation>
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
        <source>The service that you asked suggests it</source>
        <translation>요청하신 서비스가 제안한 해시태그입니다</translation>
    </message>
    <message>
        <source>Never offer again for these pictures</source>
        <translation>이 사진들에는 다시 추천하지 않기</translation>
    </message>
    <message>
        <source>Never offer again for this picture</source>
        <translation>이 사진에는 다시 추천하지 않기</translation>
    </message>
    <message>
        <source>Hashtags are suggested for at most {count} pictures of one post.</source>
        <translation>해시태그는 게시물 하나의 사진 {count}장까지 추천합니다.</translation>
    </message>
    <message>
        <source>Looking for hashtags that fit…</source>
        <translation>맞는 해시태그를 찾는 중…</translation>
    </message>
    <message>
        <source>No other hashtag fits well enough.</source>
        <translation>더 잘 맞는 해시태그가 없습니다.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>수락</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>검색 제안</translation>
    </message>
</context>
<context>
    <name>TidyDialog</name>
    <message>
        <source>Tidy up hashtags</source>
        <translation>해시태그 정리</translation>
    </message>
    <message>
        <source>Might be one</source>
        <translation>같을 수 있음</translation>
    </message>
    <message>
        <source>Are one</source>
        <translation>같은 것</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Size of pictures</source>
        <translation>사진 크기</translation>
    </message>
    <message>
        <source>Natural shapes</source>
        <translation>원래 비율</translation>
    </message>
    <message>
        <source>Sidebar (Ctrl+B)</source>
        <translation>사이드바 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Overview (Ctrl+Shift+Y)</source>
        <translation>한눈에 보기 (Ctrl+Shift+Y)</translation>
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
        <source>Search pictures, captions, #hashtags</source>
        <translation>사진, 캡션, #해시태그 검색</translation>
    </message>
    <message>
        <source>Search pictures, captions and hashtags</source>
        <translation>사진, 캡션, 해시태그 검색</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>Back to the pictures</source>
        <translation>사진 목록으로 돌아가기</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Whole picture or 100 %</source>
        <translation>사진 전체 또는 100 %</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Turn the view</source>
        <translation>화면 회전</translation>
    </message>
    <message>
        <source>Similar pictures</source>
        <translation>비슷한 사진</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>사진 복사</translation>
    </message>
    <message>
        <source>Open with the system&apos;s program</source>
        <translation>시스템 프로그램으로 열기</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>즐겨찾기 해제</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>Pause the slideshow</source>
        <translation>슬라이드 쇼 일시 정지</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>슬라이드 쇼</translation>
    </message>
</context>
<context>
    <name>UndoAction</name>
    <message>
        <source>Undo: {name}</source>
        <translation>실행 취소: {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
</context>
<context>
    <name>VideoBar</name>
    <message>
        <source>Position in the video</source>
        <translation>동영상 재생 위치</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>음량</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>소리 켜기</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>소리 끄기</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Previous picture</source>
        <translation>이전 사진</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>다음 사진</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
</context>
<context>
    <name>Workers</name>
    <message numerus="yes">
        <source>Tags of %n picture(s) by a service</source>
        <translation>
            <numerusform>서비스가 사진 %n장에 붙인 태그</numerusform>
        </translation>
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
        <source>There is no album “{file}”. `photo-organizer albums` lists those that there are.</source>
        <translation>“{file}” 앨범이 없습니다. `photo-organizer albums`로 앨범 목록을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>There is an album “{file}” already. Choose another name.</source>
        <translation>“{file}” 앨범이 이미 있습니다. 다른 이름을 선택하십시오.</translation>
    </message>
    <message>
        <source>{file} is no archive of this library. These are: {detail}.</source>
        <translation>{file}은(는) 이 라이브러리에 추가된 내보내기 파일이 아닙니다. 추가된 파일: {detail}.</translation>
    </message>
    <message>
        <source>{file} is not in the library. `photo-organizer list` shows what is.</source>
        <translation>{file}은(는) 라이브러리에 없습니다. `photo-organizer list`로 목록을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The list cannot be written to {file}: {detail}. Choose another place.</source>
        <translation>목록을 {file}에 저장할 수 없습니다: {detail}. 다른 위치를 선택하십시오.</translation>
    </message>
    <message>
        <source>{file} stands on none of your pictures. Check how it is spelled.</source>
        <translation>{file}은(는) 어떤 사진에도 없습니다. 철자를 확인하세요.</translation>
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
        <source>{file} holds no weights, is damaged or not copied whole yet. Download or copy it again.</source>
        <translation>{file}에 가중치가 없거나, 손상되었거나, 아직 다 복사되지 않았습니다. 다시 내려받거나 복사하세요.</translation>
    </message>
    <message>
        <source>{file} is a TorchScript archive, as OpenAI publishes CLIP: it holds a program, which is not run. Take the same weights by their name instead, such as ViT-B-32-quickgelu and openai, or save them as .safetensors.</source>
        <translation>{file}은(는) OpenAI가 CLIP을 공개한 형식인 TorchScript 아카이브입니다. 프로그램이 들어 있어 실행하지 않습니다. 대신 ViT-B-32-quickgelu와 openai처럼 이름으로 같은 가중치를 선택하거나, .safetensors로 저장해서 사용하세요.</translation>
    </message>
    <message>
        <source>{file} holds more than weights: a whole model or a program, which could do anything on this computer and is not opened. Save only its weights (state_dict), best as .safetensors.</source>
        <translation>{file}에는 가중치 외에 모델 전체나 프로그램이 들어 있습니다. 이 컴퓨터에서 무엇이든 할 수 있으므로 열지 않습니다. 가중치(state_dict)만, 되도록 .safetensors로 저장하세요.</translation>
    </message>
    <message>
        <source>The weights in {file} are not for the model {detail}. Choose the model that they were made for.</source>
        <translation>{file}의 가중치는 {detail} 모델에 맞지 않습니다. 이 가중치에 맞는 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>{file} cannot be used: some of its weights are no numbers ({detail}), so that nothing could be found with them. Download or copy it again, or choose another file.</source>
        <translation>{file}을(를) 사용할 수 없습니다. 가중치 일부가 숫자가 아니어서({detail}) 아무것도 찾을 수 없습니다. 다시 내려받거나 복사하거나, 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The weights in {file} are for another activation function than the model has, and would find wrong pictures without a word. Take {detail} as the model; if only the file&apos;s name misleads, rename it.</source>
        <translation>{file}의 가중치는 이 모델과 다른 활성화 함수에 맞춘 것이어서, 아무 경고 없이 엉뚱한 사진을 찾게 됩니다. 모델로 {detail}을(를) 선택하세요. 파일 이름만 잘못된 것이라면 이름을 바꾸세요.</translation>
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
        <source>The download of {file} broke off: something else came in its place ({detail}). Some networks want you to sign in first: open a web page to see. Then start again: it goes on where it stopped.</source>
        <translation>{file} 내려받기가 중단되었습니다. 그 대신 다른 내용이 전송되었습니다({detail}). 먼저 로그인해야 하는 네트워크일 수 있으니 웹 페이지를 열어 확인한 뒤 다시 시작하세요. 멈춘 곳부터 이어집니다.</translation>
    </message>
    <message>
        <source>{file} is being downloaded now. Wait for the download to end, or cancel it first.</source>
        <translation>{file}을(를) 지금 내려받고 있습니다. 내려받기가 끝날 때까지 기다리거나 먼저 취소하세요.</translation>
    </message>
    <message>
        <source>{file} is not deleted, as Photo Organizer did not download it. If you do not need it any more, delete its folder yourself: {detail}</source>
        <translation>{file}은(는) Photo Organizer가 내려받은 것이 아니므로 삭제하지 않습니다. 더 이상 필요하지 않으면 폴더를 직접 삭제하세요: {detail}</translation>
    </message>
    <message>
        <source>{file} did not arrive as it was sent ({detail}), and was deleted. Start again; if it happens again, a proxy or mirror changes it.</source>
        <translation>{file}이(가) 원본과 다르게 도착하여 삭제했습니다({detail}). 다시 시작하세요. 반복되면 프록시나 미러가 파일을 바꾸고 있는 것입니다.</translation>
    </message>
    <message>
        <source>{file} is not downloaded: {detail} gives no size or checksum of it, so that nobody could tell whether what comes is right. Use another server (HF_ENDPOINT).</source>
        <translation>{file}을(를) 내려받지 않습니다. {detail}에서 크기나 체크섬을 알려 주지 않아 받은 파일이 올바른지 확인할 수 없습니다. 다른 서버(HF_ENDPOINT)를 사용하세요.</translation>
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
        <source>{file} cannot be used for this model: {detail}. The CPU is used instead.</source>
        <translation>이 모델에는 {file}을(를) 사용할 수 없습니다: {detail}. 대신 CPU를 사용합니다.</translation>
    </message>
    <message>
        <source>The precision {file} cannot be used for this model: {detail}. Another is used.</source>
        <translation>이 모델에는 {file} 정밀도를 사용할 수 없습니다: {detail}. 다른 정밀도를 사용합니다.</translation>
    </message>
    <message>
        <source>There is not enough memory for the model. Close other programs, or choose a smaller one.</source>
        <translation>모델을 실행할 메모리가 부족합니다. 다른 프로그램을 닫거나 더 작은 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>{file} cannot be used as the address of a service: {detail}.</source>
        <translation>{file}: 서비스 주소로 쓸 수 없습니다({detail}).</translation>
    </message>
    <message>
        <source>{file} cannot be reached ({detail}). Check the address, and whether it runs; what was tagged so far is kept.</source>
        <translation>{file}에 연결할 수 없습니다({detail}). 주소와 실행 여부를 확인하세요. 지금까지의 결과는 유지됩니다.</translation>
    </message>
    <message>
        <source>{file} refuses ({detail}). Check the key, the name of the model and what your account allows; what was tagged so far is kept.</source>
        <translation>{file}에서 요청을 거부했습니다({detail}). 키, 모델 이름, 계정 한도를 확인하세요. 지금까지의 결과는 유지됩니다.</translation>
    </message>
    <message>
        <source>{file} gave an answer that makes no sense ({detail}). Check its address and the model; pictures without an answer stay as they are.</source>
        <translation>{file}의 응답을 이해할 수 없습니다({detail}). 주소와 모델을 확인하세요. 응답이 없는 사진은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The key for {file} cannot be kept in the system&apos;s keychain ({detail}). It is used until the program is closed.</source>
        <translation>{file}의 키를 시스템 키체인에 보관할 수 없습니다({detail}). 프로그램을 닫을 때까지만 사용합니다.</translation>
    </message>
    <message>
        <source>The key for {file} cannot be read from the system&apos;s keychain ({detail}). Unlock it, or type the key.</source>
        <translation>시스템 키체인에서 {file}의 키를 읽을 수 없습니다({detail}). 키체인의 잠금을 풀거나 키를 직접 입력하세요.</translation>
    </message>
    <message>
        <source>The key for {file} cannot be taken out of the system&apos;s keychain ({detail}). Delete the entry “Photo Organizer” there.</source>
        <translation>시스템 키체인에서 {file}의 키를 지울 수 없습니다({detail}). 키체인에서 “Photo Organizer” 항목을 직접 삭제하세요.</translation>
    </message>
    <message>
        <source>{file} was left out: the program ended each time it opened this file. Replace the file with a sound copy, and it is tried again.</source>
        <translation>{file}: 이 파일을 열 때마다 프로그램이 종료되어 제외했습니다. 정상인 파일로 바꾸면 다시 읽습니다.</translation>
    </message>
    <message>
        <source>There is no category “{file}”. `photo-organizer categories` lists all.</source>
        <translation>“{file}” 카테고리가 없습니다. `photo-organizer categories`로 모두 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The category “{file}” cannot be removed: what fits nowhere else lies there.</source>
        <translation>“{file}” 카테고리는 삭제할 수 없습니다. 다른 곳에 맞지 않는 사진이 담기는 곳입니다.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>비어 있습니다</translation>
    </message>
    <message>
        <source>a rule has at most {limit} characters</source>
        <translation>규칙은 {limit}자까지 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>it nests more than {limit} operations</source>
        <translation>{limit}단계보다 깊게 겹쳐 있습니다</translation>
    </message>
    <message>
        <source>a parenthesis is not closed</source>
        <translation>괄호가 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>a name is missing at its end</source>
        <translation>끝에 이름이 없습니다</translation>
    </message>
    <message>
        <source>“{found}” at character {character} is not expected</source>
        <translation>{character}번째 글자의 “{found}”은(는) 여기에 올 수 없습니다</translation>
    </message>
    <message>
        <source>there is no concept “{found}”</source>
        <translation>“{found}”(이)라는 개념이 없습니다</translation>
    </message>
    <message>
        <source>there is no concept “{found}”; is “{near}” meant?</source>
        <translation>“{found}”(이)라는 개념이 없습니다. “{near}”인가요?</translation>
    </message>
    <message>
        <source>it must begin with https:// or http://, and a name must follow</source>
        <translation>https:// 또는 http://로 시작하고 그 뒤에 이름이 있어야 합니다</translation>
    </message>
    <message>
        <source>there is a space or an invisible character in it</source>
        <translation>공백이나 보이지 않는 문자가 들어 있습니다</translation>
    </message>
    <message>
        <source>it must be a plain address, without name, password or query</source>
        <translation>사용자 이름, 비밀번호, 쿼리가 없는 주소여야 합니다</translation>
    </message>
    <message>
        <source>over the internet it must begin with https://</source>
        <translation>인터넷으로 보낼 때는 https://로 시작해야 합니다</translation>
    </message>
    <message>
        <source>its name leads out of your own network, where it must begin with https://</source>
        <translation>이 이름은 내 네트워크 밖으로 연결되므로 https://로 시작해야 합니다</translation>
    </message>
    <message>
        <source>Something went wrong in the program itself: {error}</source>
        <translation>프로그램 내부에 문제가 생겼습니다: {error}</translation>
    </message>
</context>
</TS>
