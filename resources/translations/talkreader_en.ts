<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupsDialog</name>
    <message numerus="yes">
        <source>bring back %n note(s)</source>
        <translation>
            <numerusform>bring back %Ln note</numerusform>
            <numerusform>bring back %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take away %n note(s)</source>
        <translation>
            <numerusform>take away %Ln note</numerusform>
            <numerusform>take away %Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change %n note(s)</source>
        <translation>
            <numerusform>change %Ln note</numerusform>
            <numerusform>change %Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>%Ln edited</numerusform>
            <numerusform>%Ln edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%Ln gone</numerusform>
            <numerusform>%Ln gone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CitingJoint</name>
    <message numerus="yes">
        <source>Copied %n comment(s) with their source</source>
        <translation>
            <numerusform>Copied %Ln comment with its source</numerusform>
            <numerusform>Copied %Ln comments with their source</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodingJoint</name>
    <message numerus="yes">
        <source>%n code(s) below it go with it.</source>
        <translation>
            <numerusform>%Ln code below it goes with it.</numerusform>
            <numerusform>%Ln codes below it go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) carry it: they stay, with their words.</source>
        <translation>
            <numerusform>%Ln note carries it: it stays, with its words.</numerusform>
            <numerusform>%Ln notes carry it: they stay, with their words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) of {found} are new</source>
        <translation>
            <numerusform>%Ln code of {found} is new</numerusform>
            <numerusform>%Ln codes of {found} are new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopiesJoint</name>
    <message numerus="yes">
        <source>The file ends in the middle. The copy with %n comment(s) stays the current one; this one is kept beside it.</source>
        <translation>
            <numerusform>The file ends in the middle. The copy with %Ln comment stays the current one; this one is kept beside it.</numerusform>
            <numerusform>The file ends in the middle. The copy with %Ln comments stays the current one; this one is kept beside it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This copy has no signed comments. The copy with %n comment(s) stays the current one; this one is kept beside it.</source>
        <translation>
            <numerusform>This copy has no signed comments. The copy with %Ln comment stays the current one; this one is kept beside it.</numerusform>
            <numerusform>This copy has no signed comments. The copy with %Ln comments stays the current one; this one is kept beside it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies by {names}</source>
        <translation>
            <numerusform>%Ln reply by {names}</numerusform>
            <numerusform>%Ln replies by {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftingJoint</name>
    <message numerus="yes">
        <source>%n sentence(s) drafted by machine; nobody has read them.</source>
        <translation>
            <numerusform>%Ln sentence drafted by machine; nobody has read it.</numerusform>
            <numerusform>%Ln sentences drafted by machine; nobody has read them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>the preview shows the first %n</source>
        <translation>
            <numerusform>the preview shows the first %Ln</numerusform>
            <numerusform>the preview shows the first %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message numerus="yes">
        <source>%n term(s)</source>
        <translation>
            <numerusform>%Ln term</numerusform>
            <numerusform>%Ln terms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryJoint</name>
    <message numerus="yes">
        <source>%n term(s) written to {path}</source>
        <translation>
            <numerusform>%Ln term written to {path}</numerusform>
            <numerusform>%Ln terms written to {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportingJoint</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read: {names}.</source>
        <translation>
            <numerusform>%Ln file could not be read: {names}.</numerusform>
            <numerusform>%Ln files could not be read: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could be read in part only: {names}.</source>
        <translation>
            <numerusform>%Ln file could be read in part only: {names}.</numerusform>
            <numerusform>%Ln files could be read in part only: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryDialog</name>
    <message numerus="yes">
        <source>%n translation(s)</source>
        <translation>
            <numerusform>%Ln translation</numerusform>
            <numerusform>%Ln translations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryJoint</name>
    <message numerus="yes">
        <source>%n translation(s) written to {path}</source>
        <translation>
            <numerusform>%Ln translation written to {path}</numerusform>
            <numerusform>%Ln translations written to {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n new note(s)</source>
        <translation>
            <numerusform>%Ln new note</numerusform>
            <numerusform>%Ln new notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed on the other side only</source>
        <translation>
            <numerusform>%Ln note changed on the other side only</numerusform>
            <numerusform>%Ln notes changed on the other side only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed on both sides: both are kept</source>
        <translation>
            <numerusform>%Ln note changed on both sides: both versions are kept</numerusform>
            <numerusform>%Ln notes changed on both sides: both versions are kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) here already</source>
        <translation>
            <numerusform>%Ln note is here already and stays as it is</numerusform>
            <numerusform>%Ln notes are here already and stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entry(s) of the codebook</source>
        <translation>
            <numerusform>%Ln new entry in the codebook</numerusform>
            <numerusform>%Ln new entries in the codebook</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of which there is no copy here</source>
        <translation>
            <numerusform>%Ln page of which there is no copy here yet</numerusform>
            <numerusform>%Ln pages of which there is no copy here yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewsJoint</name>
    <message numerus="yes">
        <source>+%n new</source>
        <translation>
            <numerusform>+%Ln new</numerusform>
            <numerusform>+%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>%Ln edited</numerusform>
            <numerusform>%Ln edited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%Ln gone</numerusform>
            <numerusform>%Ln gone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message numerus="yes">
        <source>%n note(s) hidden by the filter</source>
        <translation>
            <numerusform>%Ln note hidden by the filter</numerusform>
            <numerusform>%Ln notes hidden by the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnlyJoint</name>
    <message numerus="yes">
        <source>Only the %n comment(s) with hits are shown, and what they answer: {shown} of {total}.</source>
        <translation>
            <numerusform>Only the %Ln comment with hits is shown, and what it answers: {shown} of {total}.</numerusform>
            <numerusform>Only the %Ln comments with hits are shown, and what they answer: {shown} of {total}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n comment(s) by {name} are shown, and what they answer: {shown} of {total}.</source>
        <translation>
            <numerusform>Only the %Ln comment by {name} is shown, and what it answers: {shown} of {total}.</numerusform>
            <numerusform>Only the %Ln comments by {name} are shown, and what they answer: {shown} of {total}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n comment(s) with notes are shown, and what they answer: {shown} of {total}.</source>
        <translation>
            <numerusform>Only the %Ln comment with notes is shown, and what it answers: {shown} of {total}.</numerusform>
            <numerusform>Only the %Ln comments with notes are shown, and what they answer: {shown} of {total}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n new comment(s) are shown, and what they answer: {shown} of {total}.</source>
        <translation>
            <numerusform>Only the %Ln new comment is shown, and what it answers: {shown} of {total}.</numerusform>
            <numerusform>Only the %Ln new comments are shown, and what they answer: {shown} of {total}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) that only agree or thank are hidden.</source>
        <translation>
            <numerusform>%Ln comment that only agrees or thanks is hidden.</numerusform>
            <numerusform>%Ln comments that only agree or thank are hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningJoint</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintingJoint</name>
    <message numerus="yes">
        <source>%n place(s) found</source>
        <translation>
            <numerusform>%Ln place found</numerusform>
            <numerusform>%Ln places found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date</source>
        <translation>
            <numerusform>%Ln without a date</numerusform>
            <numerusform>%Ln without a date</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingJoint</name>
    <message numerus="yes">
        <source>%n sentence(s) stand beside their translation, the first in “{section}”.</source>
        <translation>
            <numerusform>%Ln sentence stands beside its translation, in “{section}”.</numerusform>
            <numerusform>%Ln sentences stand beside their translations, the first in “{section}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message numerus="yes">
        <source>%n replies collapsed</source>
        <translation>
            <numerusform>%Ln reply collapsed</numerusform>
            <numerusform>%Ln replies collapsed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies expanded</source>
        <translation>
            <numerusform>%Ln reply expanded</numerusform>
            <numerusform>%Ln replies expanded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsDialog</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s)</source>
        <translation>
            <numerusform>%Ln more file</numerusform>
            <numerusform>%Ln more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RereadingJoint</name>
    <message numerus="yes">
        <source>%n page(s) and older copies were understood anew.</source>
        <translation>
            <numerusform>%n page was understood anew.</numerusform>
            <numerusform>%n pages and older copies were understood anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are different now.</source>
        <translation>
            <numerusform>%n of them is different now.</numerusform>
            <numerusform>%n of them are different now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be, and stay as they were.</source>
        <translation>
            <numerusform>%n cannot be, and stays as it was.</numerusform>
            <numerusform>%n cannot be, and stay as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsJoint</name>
    <message numerus="yes">
        <source>Copied %n result(s) with their sources</source>
        <translation>
            <numerusform>Copied %Ln result with their sources</numerusform>
            <numerusform>Copied %Ln results with their sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%Ln result</numerusform>
            <numerusform>%Ln results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n result(s), counting…</source>
        <translation>
            <numerusform>The first %Ln result, counting…</numerusform>
            <numerusform>The first %Ln results, counting…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetyJoint</name>
    <message numerus="yes">
        <source>Taken in: %n note(s).</source>
        <translation>
            <numerusform>Taken in: %Ln note.</numerusform>
            <numerusform>Taken in: %Ln notes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchJoint</name>
    <message numerus="yes">
        <source>%n translation(s) of your memory have these words (Ctrl+M)</source>
        <translation>
            <numerusform>%Ln translation of your memory has these words (Ctrl+M)</numerusform>
            <numerusform>%Ln translations of your memory have these words (Ctrl+M)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>{who} answers {whom} %n time(s)</source>
        <translation>
            <numerusform>{who} answers {whom} once</numerusform>
            <numerusform>{who} answers {whom} %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repl(ies) in all</source>
        <translation>
            <numerusform>%Ln reply in all</numerusform>
            <numerusform>%Ln replies in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not drawn: to oneself, or a name is not known</source>
        <translation>
            <numerusform>%Ln not drawn: to oneself, or a name is not known</numerusform>
            <numerusform>%Ln not drawn: to oneself, or a name is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date left out</source>
        <translation>
            <numerusform>%Ln without a date left out</numerusform>
            <numerusform>%Ln without a date left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in smaller rows left out</source>
        <translation>
            <numerusform>%Ln in smaller rows left out</numerusform>
            <numerusform>%Ln in smaller rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more people</source>
        <translation>
            <numerusform>%Ln more person</numerusform>
            <numerusform>%Ln more people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more thread(s)</source>
        <translation>
            <numerusform>%Ln more thread</numerusform>
            <numerusform>%Ln more threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>%Ln hidden</numerusform>
            <numerusform>%Ln hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to check</source>
        <translation>
            <numerusform>%Ln thing to check</numerusform>
            <numerusform>%Ln things to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>%Ln not read</numerusform>
            <numerusform>%Ln not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakenBox</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%Ln the same</numerusform>
            <numerusform>%Ln the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingJoint</name>
    <message numerus="yes">
        <source>Those on the selected words (%n)</source>
        <translation>
            <numerusform>Those on the selected words (%Ln)</numerusform>
            <numerusform>Those on the selected words (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of the library (%n)</source>
        <translation>
            <numerusform>All of the library (%Ln)</numerusform>
            <numerusform>All of the library (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranslatingJoint</name>
    <message numerus="yes">
        <source>%n sentence(s) copied</source>
        <translation>
            <numerusform>%Ln sentence copied</numerusform>
            <numerusform>%Ln sentences copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message numerus="yes">
        <source>%n comment(s) changed</source>
        <translation>
            <numerusform>%Ln comment changed</numerusform>
            <numerusform>%Ln comments changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not on the page any more</source>
        <translation>
            <numerusform>%Ln not on the page any more</numerusform>
            <numerusform>%Ln not on the page any more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WarningsDialog</name>
    <message numerus="yes">
        <source>This copy does not keep the indentation. Who answers whom was inferred for %n comment(s); these are marked in the page.</source>
        <translation>
            <numerusform>This copy does not keep the indentation. Whom it answers was inferred for %Ln comment; it is marked in the page.</numerusform>
            <numerusform>This copy does not keep the indentation. Who answers whom was inferred for %Ln comments; these are marked in the page.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as stored before</source>
        <translation>
            <numerusform>%Ln as stored before</numerusform>
            <numerusform>%Ln as stored before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put aside</source>
        <translation>
            <numerusform>%Ln put aside</numerusform>
            <numerusform>%Ln put aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing new: %n page(s) as stored before.</source>
        <translation>
            <numerusform>Nothing new: %Ln page as stored before.</numerusform>
            <numerusform>Nothing new: %Ln pages as stored before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%Ln second left</numerusform>
            <numerusform>%Ln seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%Ln minute left</numerusform>
            <numerusform>%Ln minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are there again.</source>
        <translation>
            <numerusform>%Ln note is there again.</numerusform>
            <numerusform>%Ln notes are there again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The notes are sound (%n); nothing was changed.</source>
        <translation>
            <numerusform>The notes are sound (%Ln note); nothing was changed.</numerusform>
            <numerusform>The notes are sound (%Ln notes); nothing was changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came from the journal of what was done.</source>
        <translation>
            <numerusform>%Ln of them came from the journal of what was done.</numerusform>
            <numerusform>%Ln of them came from the journal of what was done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came from the last backup.</source>
        <translation>
            <numerusform>%Ln of them came from the last backup.</numerusform>
            <numerusform>%Ln of them came from the last backup.</numerusform>
        </translation>
    </message>
</context>
</TS>
