<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CitingJoint</name>
    <message numerus="yes">
        <source>Copied %n comment(s) with their source</source>
        <translation>
            <numerusform>Copied %n comment with its source</numerusform>
            <numerusform>Copied %n comments with their source</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies by {names}</source>
        <translation>
            <numerusform>%n reply by {names}</numerusform>
            <numerusform>%n replies by {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message numerus="yes">
        <source>%n note(s) hidden by the filter</source>
        <translation>
            <numerusform>%n note hidden by the filter</numerusform>
            <numerusform>%n notes hidden by the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningJoint</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingJoint</name>
    <message numerus="yes">
        <source>%n sentence(s) stand beside their translation, the first in “{section}”.</source>
        <translation>
            <numerusform>%n sentence stands beside its translation, in “{section}”.</numerusform>
            <numerusform>%n sentences stand beside their translations, the first in “{section}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message numerus="yes">
        <source>The newest %n comment(s), counting…</source>
        <translation>
            <numerusform>The newest comment, counting…</numerusform>
            <numerusform>The newest %n comments, counting…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n thing(s) to check</source>
        <translation>
            <numerusform>%n thing to check</numerusform>
            <numerusform>%n things to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WarningsDialog</name>
    <message numerus="yes">
        <source>This copy does not keep the indentation. Who answers whom was inferred for %n comment(s); these are marked in the page.</source>
        <translation>
            <numerusform>This copy does not keep the indentation. Whom it answers was inferred for %n comment; it is marked in the page.</numerusform>
            <numerusform>This copy does not keep the indentation. Who answers whom was inferred for %n comments; these are marked in the page.</numerusform>
        </translation>
    </message>
</context>
</TS>
