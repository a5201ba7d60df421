<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>bring back %n note(s)</source>
        <translation>
            <numerusform>bring back %n note</numerusform>
            <numerusform>bring back %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take away %n note(s)</source>
        <translation>
            <numerusform>take away %n note</numerusform>
            <numerusform>take away %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change %n note(s)</source>
        <translation>
            <numerusform>change %n note</numerusform>
            <numerusform>change %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>%n edited</numerusform>
            <numerusform>%n edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n gone</numerusform>
            <numerusform>%n gone</numerusform>
        </translation>
    </message>
</context>
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
    <name>CodingJoint</name>
    <message numerus="yes">
        <source>%n code(s) below it go with it.</source>
        <translation>
            <numerusform>%n code below it goes with it.</numerusform>
            <numerusform>%n codes below it go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) carry it: they stay, with their words.</source>
        <translation>
            <numerusform>%n note carries it: it stays, with its words.</numerusform>
            <numerusform>%n notes carry it: they stay, with their words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) of {found} are new</source>
        <translation>
            <numerusform>%n code of {found} is new</numerusform>
            <numerusform>%n codes of {found} are new</numerusform>
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
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftingJoint</name>
    <message numerus="yes">
        <source>%n sentence(s) drafted by machine; nobody has read them.</source>
        <translation>
            <numerusform>%n sentence drafted by machine; nobody has read it.</numerusform>
            <numerusform>%n sentences drafted by machine; nobody has read them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>the preview shows the first %n</source>
        <translation>
            <numerusform>the preview shows the first %n</numerusform>
            <numerusform>the preview shows the first %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message numerus="yes">
        <source>%n term(s)</source>
        <translation>
            <numerusform>%n term</numerusform>
            <numerusform>%n terms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryJoint</name>
    <message numerus="yes">
        <source>%n term(s) written to {path}</source>
        <translation>
            <numerusform>%n term written to {path}</numerusform>
            <numerusform>%n terms written to {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportingJoint</name>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n file could not be read.</numerusform>
            <numerusform>%n files could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryDialog</name>
    <message numerus="yes">
        <source>%n translation(s)</source>
        <translation>
            <numerusform>%n translation</numerusform>
            <numerusform>%n translations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryJoint</name>
    <message numerus="yes">
        <source>%n translation(s) written to {path}</source>
        <translation>
            <numerusform>%n translation written to {path}</numerusform>
            <numerusform>%n translations written to {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n new note(s)</source>
        <translation>
            <numerusform>%n new note</numerusform>
            <numerusform>%n new notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed on the other side only</source>
        <translation>
            <numerusform>%n note changed on the other side only</numerusform>
            <numerusform>%n notes changed on the other side only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed on both sides: both are kept</source>
        <translation>
            <numerusform>%n note changed on both sides: both versions are kept</numerusform>
            <numerusform>%n notes changed on both sides: both versions are kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) here already</source>
        <translation>
            <numerusform>%n note is here already and stays as it is</numerusform>
            <numerusform>%n notes are here already and stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entry(s) of the codebook</source>
        <translation>
            <numerusform>%n new entry in the codebook</numerusform>
            <numerusform>%n new entries in the codebook</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of which there is no copy here</source>
        <translation>
            <numerusform>%n page of which there is no copy here yet</numerusform>
            <numerusform>%n pages of which there is no copy here yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewsJoint</name>
    <message numerus="yes">
        <source>+%n new</source>
        <translation>
            <numerusform>+%n new</numerusform>
            <numerusform>+%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>%n edited</numerusform>
            <numerusform>%n edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n gone</numerusform>
            <numerusform>%n gone</numerusform>
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
    <name>OnlyJoint</name>
    <message numerus="yes">
        <source>Only the %n comment(s) with hits are shown, and what they answer: {shown} of {total}.</source>
        <translation>
            <numerusform>Only the %n comment with hits is shown, and what it answers: {shown} of {total}.</numerusform>
            <numerusform>Only the %n comments with hits are shown, and what they answer: {shown} of {total}.</numerusform>
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
    <name>PrintingJoint</name>
    <message numerus="yes">
        <source>%n place(s) found</source>
        <translation>
            <numerusform>%n place found</numerusform>
            <numerusform>%n places found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date</source>
        <translation>
            <numerusform>%n without a date</numerusform>
            <numerusform>%n without a date</numerusform>
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
    <name>ReadingPane</name>
    <message numerus="yes">
        <source>%n replies collapsed</source>
        <translation>
            <numerusform>%n reply collapsed</numerusform>
            <numerusform>%n replies collapsed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies expanded</source>
        <translation>
            <numerusform>%n reply expanded</numerusform>
            <numerusform>%n replies expanded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsDialog</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s)</source>
        <translation>
            <numerusform>%n more file</numerusform>
            <numerusform>%n more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsJoint</name>
    <message numerus="yes">
        <source>Copied %n result(s) with their sources</source>
        <translation>
            <numerusform>Copied %n result with their sources</numerusform>
            <numerusform>Copied %n results with their sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n result(s), counting…</source>
        <translation>
            <numerusform>The first %n result, counting…</numerusform>
            <numerusform>The first %n results, counting…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetyJoint</name>
    <message numerus="yes">
        <source>Taken in: %n note(s).</source>
        <translation>
            <numerusform>Taken in: %n note.</numerusform>
            <numerusform>Taken in: %n notes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchJoint</name>
    <message numerus="yes">
        <source>%n translation(s) of your memory have these words (Ctrl+M)</source>
        <translation>
            <numerusform>%n translation of your memory has these words (Ctrl+M)</numerusform>
            <numerusform>%n translations of your memory have these words (Ctrl+M)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>{who} answers {whom} %n time(s)</source>
        <translation>
            <numerusform>{who} answers {whom} once</numerusform>
            <numerusform>{who} answers {whom} %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repl(ies) in all</source>
        <translation>
            <numerusform>%n reply in all</numerusform>
            <numerusform>%n replies in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not drawn: to oneself, or a name is not known</source>
        <translation>
            <numerusform>%n not drawn: to oneself, or a name is not known</numerusform>
            <numerusform>%n not drawn: to oneself, or a name is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date left out</source>
        <translation>
            <numerusform>%n without a date left out</numerusform>
            <numerusform>%n without a date left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in smaller rows left out</source>
        <translation>
            <numerusform>%n in smaller rows left out</numerusform>
            <numerusform>%n in smaller rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more people</source>
        <translation>
            <numerusform>%n more person</numerusform>
            <numerusform>%n more people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more thread(s)</source>
        <translation>
            <numerusform>%n more thread</numerusform>
            <numerusform>%n more threads</numerusform>
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
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>%n not read</numerusform>
            <numerusform>%n not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakenBox</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingJoint</name>
    <message numerus="yes">
        <source>Those on the selected words (%n)</source>
        <translation>
            <numerusform>Those on the selected words (%n)</numerusform>
            <numerusform>Those on the selected words (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of the library (%n)</source>
        <translation>
            <numerusform>All of the library (%n)</numerusform>
            <numerusform>All of the library (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranslatingJoint</name>
    <message numerus="yes">
        <source>%n sentence(s) copied</source>
        <translation>
            <numerusform>%n sentence copied</numerusform>
            <numerusform>%n sentences copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message numerus="yes">
        <source>%n comment(s) changed</source>
        <translation>
            <numerusform>%n comment changed</numerusform>
            <numerusform>%n comments changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not on the page any more</source>
        <translation>
            <numerusform>%n not on the page any more</numerusform>
            <numerusform>%n not on the page any more</numerusform>
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
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are there again.</source>
        <translation>
            <numerusform>%n note is there again.</numerusform>
            <numerusform>%n notes are there again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came from the journal of what was done.</source>
        <translation>
            <numerusform>%n of them came from the journal of what was done.</numerusform>
            <numerusform>%n of them came from the journal of what was done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came from the last backup.</source>
        <translation>
            <numerusform>%n of them came from the last backup.</numerusform>
            <numerusform>%n of them came from the last backup.</numerusform>
        </translation>
    </message>
</context>
</TS>
