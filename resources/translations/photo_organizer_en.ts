<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlbumController</name>
    <message numerus="yes">
        <source>%n selected picture(s) will be in it.</source>
        <translation>
            <numerusform>%n selected picture will be in it.</numerusform>
            <numerusform>%n selected pictures will be in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) in album “{name}”</source>
        <translation>
            <numerusform>%n picture added to “{name}”</numerusform>
            <numerusform>%n pictures added to “{name}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message numerus="yes">
        <source>%n picture(s) that the archive names are not there. Instagram hands out large archives in several parts: add the other zips as well.</source>
        <translation>
            <numerusform>%n picture that the archive names is not there. Instagram hands out large archives in several parts: add the other zips as well.</numerusform>
            <numerusform>%n pictures that the archive names are not there. Instagram hands out large archives in several parts: add the other zips as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new post(s)</source>
        <translation>
            <numerusform>%n new post</numerusform>
            <numerusform>%n new posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) and videos</source>
        <translation>
            <numerusform>%n picture or video</numerusform>
            <numerusform>%n pictures and videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learned from you: %n picture(s) changed</source>
        <translation>
            <numerusform>Learned from you: %n picture changed</numerusform>
            <numerusform>Learned from you: %n pictures changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hashtag(s) copied</source>
        <translation>
            <numerusform>%n hashtag copied</numerusform>
            <numerusform>%n hashtags copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) copied</source>
        <translation>
            <numerusform>%n picture copied</numerusform>
            <numerusform>%n pictures copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CategoryDeciding</name>
    <message numerus="yes">
        <source>Category of %n picture(s)</source>
        <translation>
            <numerusform>Category of %n picture</numerusform>
            <numerusform>Category of %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CategoryEditor</name>
    <message numerus="yes">
        <source>Forget what was learned (%n picture(s))</source>
        <translation>
            <numerusform>Forget what was learned (%n picture)</numerusform>
            <numerusform>Forget what was learned (%n pictures)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CategoryList</name>
    <message numerus="yes">
        <source>Forget all that was learned (%n decision(s))</source>
        <translation>
            <numerusform>Forget all that was learned (%n decision)</numerusform>
            <numerusform>Forget all that was learned (%n decisions)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DescribingChoice</name>
    <message numerus="yes">
        <source>%n picture(s) lose their description, and the hashtags offered for it. Switched on again, the model writes them anew.</source>
        <translation>
            <numerusform>%n picture loses its description, and the hashtags offered for it. Switched on again, the model writes it anew.</numerusform>
            <numerusform>%n pictures lose their descriptions, and the hashtags offered for them. Switched on again, the model writes them anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n description(s) were deleted.</source>
        <translation>
            <numerusform>%n description was deleted.</numerusform>
            <numerusform>%n descriptions were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DescribingRow</name>
    <message numerus="yes">
        <source>%n picture(s) are described</source>
        <translation>
            <numerusform>%n picture is described</numerusform>
            <numerusform>%n pictures are described</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message numerus="yes">
        <source>%n picture(s) chosen</source>
        <translation>
            <numerusform>%n picture chosen</numerusform>
            <numerusform>%n pictures chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExamplePictures</name>
    <message numerus="yes">
        <source>Use the %n selected picture(s) as examples</source>
        <translation>
            <numerusform>Use the selected picture as an example</numerusform>
            <numerusform>Use the %n selected pictures as examples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterChipBar</name>
    <message numerus="yes">
        <source>%n more filter(s)</source>
        <translation>
            <numerusform>%n more filter</numerusform>
            <numerusform>%n more filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupDelegate</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HashtagRows</name>
    <message numerus="yes">
        <source>%n spelling(s)</source>
        <translation>
            <numerusform>%n spelling</numerusform>
            <numerusform>%n spellings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n picture(s) and video(s)</source>
        <translation>
            <numerusform>%n picture or video</numerusform>
            <numerusform>%n pictures and videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message numerus="yes">
        <source>What it found in %n picture(s) is kept: {size}</source>
        <translation>
            <numerusform>What it found in %n picture is kept: {size}</numerusform>
            <numerusform>What it found in %n pictures is kept: {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoResultPage</name>
    <message numerus="yes">
        <source>Any of them instead of all: %n picture(s)</source>
        <translation>
            <numerusform>Any of them instead of all: %n picture</numerusform>
            <numerusform>Any of them instead of all: %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only “{filter}”: %n picture(s)</source>
        <translation>
            <numerusform>Only “{filter}”: %n picture</numerusform>
            <numerusform>Only “{filter}”: %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without “{filter}”: %n picture(s)</source>
        <translation>
            <numerusform>Without “{filter}”: %n picture</numerusform>
            <numerusform>Without “{filter}”: %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresentHashtags</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message numerus="yes">
        <source>%n picture(s) would be filed here</source>
        <translation>
            <numerusform>%n picture would be filed here</numerusform>
            <numerusform>%n pictures would be filed here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message numerus="yes">
        <source>%n confirmed or corrected categories</source>
        <translation>
            <numerusform>%n confirmed or corrected category</numerusform>
            <numerusform>%n confirmed or corrected categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n file could not be read</numerusform>
            <numerusform>%n files could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovalTexts</name>
    <message numerus="yes">
        <source>%Ln picture(s) leave the library.</source>
        <translation>
            <numerusform>%Ln picture leaves the library.</numerusform>
            <numerusform>%Ln pictures leave the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) stay, because another archive has them, too.</source>
        <translation>
            <numerusform>%Ln picture stays, because another archive has it, too.</numerusform>
            <numerusform>%Ln pictures stay, because another archive has them, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) stay without a file, because another archive names them.</source>
        <translation>
            <numerusform>%Ln picture stays without a file, because another archive names it.</numerusform>
            <numerusform>%Ln pictures stay without a file, because another archive names them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} was removed: %Ln picture(s) left the library.</source>
        <translation>
            <numerusform>{name} was removed: %Ln picture left the library.</numerusform>
            <numerusform>{name} was removed: %Ln pictures left the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What you decided of %Ln of them is kept{what}, and comes back when you add the same archive again.</source>
        <translation>
            <numerusform>What you decided of %Ln of them is kept{what}, and comes back when you add the same archive again.</numerusform>
            <numerusform>What you decided of %Ln of them is kept{what}, and comes back when you add the same archive again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with categories</source>
        <translation>
            <numerusform>%Ln with categories</numerusform>
            <numerusform>%Ln with categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with hashtags</source>
        <translation>
            <numerusform>%Ln with hashtags</numerusform>
            <numerusform>%Ln with hashtags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln favourite(s)</source>
        <translation>
            <numerusform>%Ln favourite</numerusform>
            <numerusform>%Ln favourites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in albums</source>
        <translation>
            <numerusform>%Ln in albums</numerusform>
            <numerusform>%Ln in albums</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceController</name>
    <message numerus="yes">
        <source>%n picture(s) tagged by the service.</source>
        <translation>
            <numerusform>%n picture tagged by the service.</numerusform>
            <numerusform>%n pictures tagged by the service.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceDialog</name>
    <message numerus="yes">
        <source>The service asks to wait. It goes on in %n second(s).</source>
        <translation>
            <numerusform>The service asks to wait. It goes on in %n second.</numerusform>
            <numerusform>The service asks to wait. It goes on in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) tagged.</source>
        <translation>
            <numerusform>%n picture tagged.</numerusform>
            <numerusform>%n pictures tagged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), reduced to 512 pixels.</source>
        <translation>
            <numerusform>%n picture, reduced to 512 pixels.</numerusform>
            <numerusform>%n pictures, reduced to 512 pixels.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceForm</name>
    <message numerus="yes">
        <source>It answers and has %n model(s).</source>
        <translation>
            <numerusform>It answers and has %n model.</numerusform>
            <numerusform>It answers and has %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n file could not be read</numerusform>
            <numerusform>%n files could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) missing</source>
        <translation>
            <numerusform>%n file missing</numerusform>
            <numerusform>%n files missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) waiting</source>
        <translation>
            <numerusform>%n picture waiting</numerusform>
            <numerusform>%n pictures waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for mains power – %Ln picture(s) left</source>
        <translation>
            <numerusform>Waiting for mains power – %Ln picture left</numerusform>
            <numerusform>Waiting for mains power – %Ln pictures left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workers</name>
    <message numerus="yes">
        <source>Tags of %n picture(s) by a service</source>
        <translation>
            <numerusform>Tags of %n picture by a service</numerusform>
            <numerusform>Tags of %n pictures by a service</numerusform>
        </translation>
    </message>
</context>
</TS>
