<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</context>
</TS>
