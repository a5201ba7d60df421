<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AuthorDialog</name>
    <message>
        <source>Who wrote this?</source>
        <translation>這是誰寫的？</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>使用者名稱</translation>
    </message>
    <message>
        <source>Nobody knows</source>
        <translation>不知道是誰</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups and repair</source>
        <translation>備份與修復</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation>檢查檔案</translation>
    </message>
    <message>
        <source>Save what is readable</source>
        <translation>搶救可讀的內容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在檢查……</translation>
    </message>
    <message>
        <source>Backups, the latest first</source>
        <translation>備份，最新的在前</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The notes are copied before the first change of a day and before anything risky; the last ten copies are kept in {folder}.</source>
        <translation>每天第一次修改之前，以及任何有風險的操作之前，都會備份標註；最近十份保存在 {folder}。</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已損壞</translation>
    </message>
    <message>
        <source>There is no backup yet: nothing was written.</source>
        <translation>還沒有備份：尚未寫過任何內容。</translation>
    </message>
    <message>
        <source>This copy is damaged and cannot be restored.</source>
        <translation>這份備份已損壞，無法還原。</translation>
    </message>
    <message numerus="yes">
        <source>bring back %n note(s)</source>
        <translation>
            <numerusform>找回 %Ln 則標註</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take away %n note(s)</source>
        <translation>
            <numerusform>去掉 %Ln 則標註</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change %n note(s)</source>
        <translation>
            <numerusform>改動 %Ln 則標註</numerusform>
        </translation>
    </message>
    <message>
        <source>This copy holds the notes as they are now.</source>
        <translation>這份備份與現在的標註相同。</translation>
    </message>
    <message>
        <source>Restoring it would {what}. What is here now is copied first.</source>
        <translation>還原它會{what}。現在的內容會先備份。</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>已還原。</translation>
    </message>
    <message>
        <source>As it was before, it is the first copy of the list.</source>
        <translation>還原之前的內容是清單中的第一份備份。</translation>
    </message>
    <message>
        <source>The last backup is the same: no other one was made.</source>
        <translation>與上一份備份相同：沒有另做備份。</translation>
    </message>
    <message>
        <source>Backed up.</source>
        <translation>已備份。</translation>
    </message>
    <message>
        <source>Both files are sound.</source>
        <translation>兩個檔案都完好。</translation>
    </message>
    <message>
        <source>Damage was found:</source>
        <translation>發現損壞：</translation>
    </message>
    <message>
        <source>Save what is readable of the notes, or restore a backup.</source>
        <translation>請搶救標註中可讀的內容，或還原一份備份。</translation>
    </message>
    <message>
        <source>The notes are sound. The archive can be made again: import its files anew.</source>
        <translation>標註完好。存檔可以重建：請重新匯入原來的檔案。</translation>
    </message>
    <message>
        <source>This library can only be read: nothing can be restored.</source>
        <translation>此資料庫唯讀：無法還原任何內容。</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>Changed comments</source>
        <translation>有變化的留言</translation>
    </message>
    <message>
        <source>Go to the comment</source>
        <translation>移至這則留言</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新增 %Ln 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>改動 %Ln 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>消失 %Ln 則</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes between two copies</source>
        <translation>兩份副本之間的變化</translation>
    </message>
    <message>
        <source>Older copy</source>
        <translation>較舊的副本</translation>
    </message>
    <message>
        <source>Newer copy</source>
        <translation>較新的副本</translation>
    </message>
    <message>
        <source>This is one and the same copy; choose another.</source>
        <translation>兩邊是同一份副本，請另選一份。</translation>
    </message>
    <message>
        <source>The comments of both copies are the same.</source>
        <translation>兩份副本的留言相同。</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Nothing fits; type fewer letters.</source>
        <translation>沒有相符的項目；請減少輸入的字。</translation>
    </message>
    <message>
        <source>There is nothing here yet: open a page first.</source>
        <translation>這裡還沒有內容：請先開啟一個頁面。</translation>
    </message>
</context>
<context>
    <name>CitingJoint</name>
    <message>
        <source>There is no comment here to cite.</source>
        <translation>這裡沒有可引用的留言。</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n comment(s) with their source</source>
        <translation>
            <numerusform>已複製 %Ln 則留言及其出處</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied: {target}</source>
        <translation>已複製：{target}</translation>
    </message>
    <message>
        <source>The copy does not say which wiki this comment is on, or who signed it.</source>
        <translation>這份副本沒有說明留言在哪個維基，或由誰簽名。</translation>
    </message>
</context>
<context>
    <name>CodebookPane</name>
    <message>
        <source>&amp;Code the selected words</source>
        <translation>為所選文字編碼(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Show its notes</source>
        <translation>顯示其標註(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;New code</source>
        <translation>新增編碼(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重新命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Move under…</source>
        <translation>移到其他編碼之下(&amp;M)…</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>顏色(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>刪除(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Import a codebook…</source>
        <translation>匯入編碼簿(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export the codebook…</source>
        <translation>匯出編碼簿(&amp;E)…</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>無顏色</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>其他顏色…</translation>
    </message>
    <message>
        <source>Filter codes</source>
        <translation>篩選編碼</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>When to use this code</source>
        <translation>何時使用此編碼</translation>
    </message>
    <message>
        <source>Definition of the code</source>
        <translation>編碼的定義</translation>
    </message>
    <message>
        <source>No codes yet. Select words in the page and press C, or make one here: Ins.</source>
        <translation>還沒有編碼。在頁面中選取文字後按 C，或在此按 Ins 新增。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>New code (Ins)</source>
        <translation>新增編碼（Ins）</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Rename, move, colour, delete, import, export</source>
        <translation>重新命名、移動、顏色、刪除、匯入、匯出</translation>
    </message>
</context>
<context>
    <name>CodingJoint</name>
    <message>
        <source>Exported to {path}</source>
        <translation>已匯出到 {path}</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>編碼簿</translation>
    </message>
    <message>
        <source>A code cannot stand under itself.</source>
        <translation>編碼不能位於自身之下。</translation>
    </message>
    <message>
        <source>There is a code “{new}” already. Merge “{old}” with it? Its notes and the codes below it go there.</source>
        <translation>已有編碼「{new}」。要把「{old}」併入其中嗎？其標註和下層編碼都會移過去。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>Delete the code “{tag}”?</source>
        <translation>刪除編碼「{tag}」？</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) below it go with it.</source>
        <translation>
            <numerusform>其下的 %Ln 個編碼會一併刪除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) carry it: they stay, with their words.</source>
        <translation>
            <numerusform>有 %Ln 則標註帶有它：標註及其文字都會保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>The top of the codebook</source>
        <translation>編碼簿的最上層</translation>
    </message>
    <message>
        <source>Move “{tag}” under…</source>
        <translation>將「{tag}」移到…之下</translation>
    </message>
    <message>
        <source>Code the words with…</source>
        <translation>為文字編碼…</translation>
    </message>
    <message>
        <source>New code “{tag}”</source>
        <translation>新編碼「{tag}」</translation>
    </message>
    <message>
        <source>Select some words of a comment first.</source>
        <translation>請先在留言中選取一些文字。</translation>
    </message>
    <message>
        <source>Coded with “{tag}”</source>
        <translation>已編碼為「{tag}」</translation>
    </message>
    <message>
        <source>Codebooks (*.qdc *.qdpx *.qde *.csv)</source>
        <translation>編碼簿 (*.qdc *.qdpx *.qde *.csv)</translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation>匯入編碼簿</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) of {found} are new</source>
        <translation>
            <numerusform>{found} 個編碼中有 %Ln 個是新的</numerusform>
        </translation>
    </message>
    <message>
        <source>REFI-QDA codebook (*.qdc)</source>
        <translation>REFI-QDA 編碼簿 (*.qdc)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export the codebook</source>
        <translation>匯出編碼簿</translation>
    </message>
    <message>
        <source>No codes yet: type a name to make one.</source>
        <translation>還沒有編碼：輸入名稱即可新增。</translation>
    </message>
</context>
<context>
    <name>CopiesJoint</name>
    <message numerus="yes">
        <source>The file ends in the middle. The copy with %n comment(s) stays the current one; this one is kept beside it.</source>
        <translation>
            <numerusform>檔案中途結束。有 %Ln 則留言的副本仍為目前副本，此副本保存在一旁。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This copy has no signed comments. The copy with %n comment(s) stays the current one; this one is kept beside it.</source>
        <translation>
            <numerusform>此副本中沒有帶簽名的留言。有 %Ln 則留言的副本仍為目前副本，此副本保存在一旁。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the current copy</source>
        <translation>顯示目前副本</translation>
    </message>
    <message>
        <source>The file ends in the middle; the end of the page may be missing.</source>
        <translation>檔案中途結束，頁面末尾可能缺失。</translation>
    </message>
    <message>
        <source>This is an older copy of the page. The current one was imported {day}.</source>
        <translation>這是該頁較舊的副本。目前副本的匯入時間是 {day}。</translation>
    </message>
    <message>
        <source>This is the current copy now.</source>
        <translation>此副本現已成為目前副本。</translation>
    </message>
</context>
<context>
    <name>CorrectingJoint</name>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>The signature says: {raw}</source>
        <translation>簽名寫的是：{raw}</translation>
    </message>
    <message>
        <source>It is the first comment of its section: it can answer no other.</source>
        <translation>它是本章節的第一則留言：沒有可以回覆的其他留言。</translation>
    </message>
    <message>
        <source>Put the cursor where the second person&apos;s words begin, then split.</source>
        <translation>先把游標放到第二個人的話開始處，再拆分。</translation>
    </message>
    <message>
        <source>Who wrote the words before the cursor? “{words}”</source>
        <translation>游標之前的話是誰寫的？「{words}」</translation>
    </message>
    <message>
        <source>There is no comment before it in this section to join it to.</source>
        <translation>本節中它前面沒有可合併的留言。</translation>
    </message>
    <message>
        <source>Nothing of this comment was corrected.</source>
        <translation>這則留言沒有更正過。</translation>
    </message>
    <message>
        <source>A comment can answer only an earlier one in its own section.</source>
        <translation>留言只能回覆同一節中更早的留言。</translation>
    </message>
    <message>
        <source>These words were split off, and have no signature. Who wrote them?</source>
        <translation>這些文字是拆分出來的，沒有簽名。是誰寫的？</translation>
    </message>
    <message>
        <source>The copy does not say where this comment stands; it cannot be corrected.</source>
        <translation>這份副本沒有說明這則留言的位置，因此無法更正。</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%Ln 則留言</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies by {names}</source>
        <translation>
            <numerusform>%Ln 則回覆：{names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%Ln 則標註</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DescribingDialog</name>
    <message>
        <source>Title and wiki of this page</source>
        <translation>本頁的標題與維基</translation>
    </message>
    <message>
        <source>Fill in what the file does not say; then it is read again. A newer copy with the same title and wiki is known as the same page. Your notes stay with it. One of several copies that gets another title or wiki becomes a page of its own.</source>
        <translation>請填寫檔案中沒有的資訊，然後會重新讀取。標題和維基相同的較新副本會被視為同一頁面。您的標註會隨之保留。若給多個副本之一另填標題或維基，它會成為單獨的頁面。</translation>
    </message>
    <message>
        <source>for example {name}</source>
        <translation>例如 {name}</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>標題(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Wiki</source>
        <translation>維基(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Language of the wiki</source>
        <translation>維基的語言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Read it again</source>
        <translation>重新讀取(&amp;R)</translation>
    </message>
</context>
<context>
    <name>DictionaryJoint</name>
    <message>
        <source>Dictionary</source>
        <translation>詞典</translation>
    </message>
    <message>
        <source>Opening the dictionary</source>
        <translation>正在開啟詞典</translation>
    </message>
    <message>
        <source>“{word}” is in your glossary</source>
        <translation>「{word}」已加入您的詞彙表</translation>
    </message>
</context>
<context>
    <name>DictionaryPane</name>
    <message>
        <source>“{word}” is in neither dictionary.</source>
        <translation>詞典和詞彙表中都沒有「{word}」。</translation>
    </message>
    <message>
        <source>Point at a word of the page, or move the caret to it.</source>
        <translation>將滑鼠指向頁面中的詞，或將游標移到詞上。</translation>
    </message>
    <message>
        <source>Word by word, not a translation</source>
        <translation>逐詞註釋，不是翻譯</translation>
    </message>
    <message>
        <source>not in the dictionary</source>
        <translation>詞典中沒有</translation>
    </message>
    <message>
        <source>Your glossary</source>
        <translation>您的詞彙表</translation>
    </message>
    <message>
        <source>Wiki glossary</source>
        <translation>維基詞彙表</translation>
    </message>
    <message>
        <source>Measure word: {words}</source>
        <translation>量詞：{words}</translation>
    </message>
    <message>
        <source>Look up a word</source>
        <translation>查詞</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>詞典</translation>
    </message>
    <message>
        <source>Word-by-word gloss</source>
        <translation>逐詞釋義</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>詞語</translation>
    </message>
    <message>
        <source>Add to your glossary…</source>
        <translation>加入您的詞彙表…</translation>
    </message>
    <message>
        <source>Gloss</source>
        <translation>逐詞釋義</translation>
    </message>
    <message>
        <source>There is no Chinese here.</source>
        <translation>這裡沒有中文。</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>Words of the comment</source>
        <translation>留言的文字</translation>
    </message>
    <message>
        <source>Removed since</source>
        <translation>後來刪去</translation>
    </message>
    <message>
        <source>Added since</source>
        <translation>後來新增</translation>
    </message>
</context>
<context>
    <name>DraftingJoint</name>
    <message>
        <source>Add a translation machine</source>
        <translation>新增翻譯引擎</translation>
    </message>
    <message>
        <source>English to Chinese</source>
        <translation>英譯中</translation>
    </message>
    <message>
        <source>Chinese to English</source>
        <translation>中譯英</translation>
    </message>
    <message>
        <source>What does this model translate?</source>
        <translation>這個模型翻譯哪個方向？</translation>
    </message>
    <message>
        <source>Added: {name}. Its words are drafts, and always marked as such.</source>
        <translation>已新增：{name}。它的譯文是草稿，始終會如此標明。</translation>
    </message>
    <message>
        <source>The machines&apos; files stay where they are.</source>
        <translation>引擎的檔案仍留在原處。</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>新增…</translation>
    </message>
    <message>
        <source>There is nothing here that a machine of yours could draft.</source>
        <translation>這裡沒有您的翻譯引擎可以起草的句子。</translation>
    </message>
    <message>
        <source>The machine is drafting…</source>
        <translation>正在由機器起草……</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Drafting sentence {number} of {total}</source>
        <translation>正在起草第 {number} 句，共 {total} 句</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) drafted by machine; nobody has read them.</source>
        <translation>
            <numerusform>機器起草了 %Ln 句；尚無人審閱。</numerusform>
        </translation>
    </message>
    <message>
        <source>Translation models (*.argosmodel model.bin *.gguf)</source>
        <translation>翻譯模型 (*.argosmodel model.bin *.gguf)</translation>
    </message>
    <message>
        <source>No machine comes with the program. One that you have as an .argosmodel package, CTranslate2 folder or GGUF file can be added; it runs on this computer.</source>
        <translation>程式不附帶翻譯引擎。您已有的 .argosmodel 套件、CTranslate2 資料夾或 GGUF 檔案可以加進來，在本機執行。</translation>
    </message>
</context>
<context>
    <name>EmptyPane</name>
    <message>
        <source>Drop a saved talk page here</source>
        <translation>把儲存的討論頁拖到這裡</translation>
    </message>
    <message>
        <source>or paste a copied one with Ctrl+V</source>
        <translation>或按 Ctrl+V 貼上複製的頁面</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開啟…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>開啟範例</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>以前開啟過的</translation>
    </message>
    <message>
        <source>Opens plain text, wikitext, saved HTML and MHTML, MediaWiki XML exports and dumps, API JSON and web archives; also folders of them, and zip, gz, bz2, xz, zst or 7z. Nothing leaves this computer.</source>
        <translation>可開啟純文字、維基文字、儲存的 HTML 和 MHTML、MediaWiki XML 匯出檔和傾印、API JSON 以及網頁封存；也可以是含有它們的資料夾，或 zip、gz、bz2、xz、zst、7z 壓縮檔。任何內容都不會離開這台電腦。</translation>
    </message>
    <message>
        <source>Ctrl+O opens · Ctrl+R lists what was opened before</source>
        <translation>Ctrl+O 開啟 · Ctrl+R 列出以前開啟過的</translation>
    </message>
    <message>
        <source>J and K go from comment to comment · Ctrl+F searches</source>
        <translation>J 和 K 逐則瀏覽留言 · Ctrl+F 搜尋</translation>
    </message>
    <message>
        <source>Select words, then H highlights and A writes a note · F1 shows all keys</source>
        <translation>選取文字後按 H 醒目提示、按 A 寫標註 · F1 顯示所有按鍵</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>沒有開啟的頁面</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>The discussion</source>
        <translation>討論</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>The discussion in two languages</source>
        <translation>雙語討論</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>我的標註</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>匯出進度</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Which notes</source>
        <translation>哪些標註</translation>
    </message>
    <message>
        <source>There are no such notes.</source>
        <translation>沒有這樣的標註。</translation>
    </message>
    <message numerus="yes">
        <source>the preview shows the first %n</source>
        <translation>
            <numerusform>預覽顯示前 %Ln 則</numerusform>
        </translation>
    </message>
    <message>
        <source>the preview shows the first page</source>
        <translation>預覽顯示第一頁</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%Ln 則標註</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation>顯示原始碼</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>選擇要監看的資料夾</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Sections</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Left pane</source>
        <translation>左側面板</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>標註</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>詞彙表</translation>
    </message>
    <message>
        <source>&amp;Only my own</source>
        <translation>僅我的術語(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>新增(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>編輯(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>刪除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>匯入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>匯出(&amp;X)…</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>簡體中文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備註</translation>
    </message>
    <message numerus="yes">
        <source>%n term(s)</source>
        <translation>
            <numerusform>%Ln 個術語</numerusform>
        </translation>
    </message>
    <message>
        <source>{found} of {total} terms have these words</source>
        <translation>{total} 個術語中有 {found} 個含有這些詞語</translation>
    </message>
    <message>
        <source>You have no terms of your own yet. Yours go before the program&apos;s.</source>
        <translation>您還沒有自己的術語。您的術語優先於程式內建的術語。</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>內建</translation>
    </message>
</context>
<context>
    <name>GlossaryJoint</name>
    <message>
        <source>Import terms</source>
        <translation>匯入術語</translation>
    </message>
    <message>
        <source>Glossaries (*.csv *.tbx *.xml)</source>
        <translation>詞彙表 (*.csv *.tbx *.xml)</translation>
    </message>
    <message>
        <source>Export terms</source>
        <translation>匯出術語</translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) written to {path}</source>
        <translation>
            <numerusform>已將 %Ln 個術語寫入 {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoingJoint</name>
    <message>
        <source>Go to a section, a person, a page or a date</source>
        <translation>前往章節、人物、頁面或日期</translation>
    </message>
    <message>
        <source>Type the name of a command</source>
        <translation>輸入命令名稱</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>First comment from {day} on</source>
        <translation>{day} 起的第一則留言</translation>
    </message>
    <message>
        <source>All pages from {day} on</source>
        <translation>所有頁面中 {day} 起的留言</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>in the library</source>
        <translation>在資料庫中</translation>
    </message>
</context>
<context>
    <name>HintsBox</name>
    <message>
        <source>&amp;Wiki</source>
        <translation>維基(&amp;W)</translation>
    </message>
    <message>
        <source>What the files do not sa&amp;y</source>
        <translation>檔案中沒有的資訊(&amp;Y)</translation>
    </message>
    <message>
        <source>Tit&amp;le</source>
        <translation>標題(&amp;L)</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the wiki</source>
        <translation>維基的語言(&amp;G)</translation>
    </message>
    <message>
        <source>{value} (found in the file)</source>
        <translation>{value}（檔案中已有）</translation>
    </message>
    <message>
        <source>for example {name}</source>
        <translation>例如 {name}</translation>
    </message>
    <message>
        <source>Counts for pages whose file does not say it.</source>
        <translation>僅用於檔案本身沒有說明的頁面。</translation>
    </message>
    <message>
        <source>Read as: {kind}</source>
        <translation>識別為：{kind}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>匯入(&amp;I)</translation>
    </message>
    <message>
        <source>Files and folders to import</source>
        <translation>要匯入的檔案和資料夾</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>加入檔案(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a fol&amp;der…</source>
        <translation>加入資料夾(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Which pages</source>
        <translation>哪些頁面</translation>
    </message>
    <message>
        <source>&amp;Every page with signed comments, in any namespace</source>
        <translation>所有含簽名留言的頁面，不限命名空間(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Talk pages only</source>
        <translation>僅討論頁(&amp;T)</translation>
    </message>
    <message>
        <source>Only these &amp;namespaces:</source>
        <translation>僅這些命名空間(&amp;N)：</translation>
    </message>
    <message>
        <source>Numbers of namespaces</source>
        <translation>命名空間編號</translation>
    </message>
    <message>
        <source>Only pages changed &amp;since</source>
        <translation>僅此日期以來變更過的頁面(&amp;S)</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>自此日期以來變更</translation>
    </message>
    <message>
        <source>&amp;Count first</source>
        <translation>先計數(&amp;C)</translation>
    </message>
    <message>
        <source>Progress of counting</source>
        <translation>計數進度</translation>
    </message>
    <message>
        <source>Counting reads the files and stores nothing.</source>
        <translation>計數只讀取檔案，不儲存任何內容。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在計數…</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%Ln 則警告</numerusform>
        </translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>要匯入的檔案</translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation>要匯入的資料夾</translation>
    </message>
    <message>
        <source>&amp;Files and folders: dumps, saved pages, archives; they can be dropped here</source>
        <translation>檔案和資料夾(&amp;F)：傾印檔、已儲存的頁面、壓縮檔；可以拖放到這裡</translation>
    </message>
</context>
<context>
    <name>ImportingJoint</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%Ln 則警告</numerusform>
        </translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>檢視報告</translation>
    </message>
    <message>
        <source>The import was stopped; what was read so far is kept, and importing the same again goes on from there.</source>
        <translation>匯入已停止；已讀取的內容會保留，再次匯入即可從停止處繼續。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could be read in part only: {names}.</source>
        <translation>
            <numerusform>有 %Ln 個檔案只讀出了一部分：{names}。</numerusform>
        </translation>
    </message>
    <message>
        <source>No discussion was found in {name}.</source>
        <translation>在 {name} 中沒有找到討論。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read: {names}.</source>
        <translation>
            <numerusform>有 %Ln 個檔案無法讀取：{names}。</numerusform>
        </translation>
    </message>
    <message>
        <source>From the watched folder: {said}</source>
        <translation>監看的資料夾：{said}</translation>
    </message>
</context>
<context>
    <name>JoiningJoint</name>
    <message>
        <source>Another copy of this page names no wiki. Each shows its own notes only.</source>
        <translation>這個頁面的另一份副本沒有寫明所屬的維基。兩份副本各自只顯示自己的標註。</translation>
    </message>
    <message>
        <source>This copy names no wiki; another one is of {wiki}. Each shows its own notes only.</source>
        <translation>這份副本沒有寫明所屬的維基；另一份來自 {wiki}。兩份副本各自只顯示自己的標註。</translation>
    </message>
    <message>
        <source>Make them one page</source>
        <translation>合併為同一個頁面</translation>
    </message>
    <message>
        <source>Both copies are one page now.</source>
        <translation>兩份副本現在是同一個頁面了。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Remove keys</source>
        <translation>清除按鍵</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>還原預設值</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部還原預設值</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Filter commands and keys</source>
        <translation>篩選命令和按鍵</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>請按下新的按鍵</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>新增按鍵</translation>
    </message>
    <message>
        <source>Single letters act while the page has the focus; the settings switch them off.</source>
        <translation>焦點在頁面上時，單個字母鍵有效；可在設定中關閉。</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>沒有按鍵</translation>
    </message>
    <message>
        <source>{key} switches input methods and is left to them.</source>
        <translation>{key} 用於切換輸入法，不能佔用。</translation>
    </message>
    <message>
        <source>{key} is the key of “{command}”, which would lose it.</source>
        <translation>{key} 是「{command}」的按鍵，新增後該命令將失去它。</translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Filter pages</source>
        <translation>篩選頁面</translation>
    </message>
    <message>
        <source>Pages of the library</source>
        <translation>資料庫中的頁面</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Open in a new tab</source>
        <translation>在新分頁中開啟</translation>
    </message>
    <message>
        <source>Order of the pages</source>
        <translation>頁面的排序</translation>
    </message>
    <message>
        <source>Newest import first</source>
        <translation>最新匯入在前</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>依標題</translation>
    </message>
    <message>
        <source>Last comment first</source>
        <translation>最後留言最新在前</translation>
    </message>
    <message>
        <source>Most comments first</source>
        <translation>留言最多在前</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>Notes in the margin</source>
        <translation>頁邊的標註</translation>
    </message>
</context>
<context>
    <name>MarginJoint</name>
    <message>
        <source>The window is too narrow for notes in the margin.</source>
        <translation>視窗太窄，放不下頁邊的標註。</translation>
    </message>
    <message>
        <source>There is no note on these words.</source>
        <translation>這些文字上沒有標註。</translation>
    </message>
    <message>
        <source>Note {number} of {count}: {words}</source>
        <translation>第 {number} 則標註，共 {count} 則：{words}</translation>
    </message>
</context>
<context>
    <name>MemoryDialog</name>
    <message>
        <source>Translation memory</source>
        <translation>翻譯記憶</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>編輯(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>刪除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Go to its place</source>
        <translation>前往出處(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>匯入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>匯出(&amp;X)…</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>譯文</translation>
    </message>
    <message>
        <source>From</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Nothing yet. What you translate (Ctrl+Shift+T) or confirm is kept here and offered again; a TMX or XLIFF file of another program can be imported.</source>
        <translation>這裡還沒有內容。您翻譯（Ctrl+Shift+T）或確認的譯文會保存在這裡，並在遇到相同或相近的句子時再次提供；也可以匯入其他程式的 TMX 或 XLIFF 檔案。</translation>
    </message>
    <message>
        <source>{found} of {total} translations have these words</source>
        <translation>{total} 筆譯文中有 {found} 筆含有這些詞語</translation>
    </message>
    <message>
        <source>The newest {found} of {total} translations; a search finds the others</source>
        <translation>{total} 筆譯文中最新的 {found} 筆；其餘可透過搜尋找到</translation>
    </message>
    <message numerus="yes">
        <source>%n translation(s)</source>
        <translation>
            <numerusform>%Ln 筆譯文</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryJoint</name>
    <message>
        <source>Its page is not in this library (any more).</source>
        <translation>它所在的頁面不在（或已不在）本資料庫中。</translation>
    </message>
    <message>
        <source>Import translations</source>
        <translation>匯入譯文</translation>
    </message>
    <message>
        <source>Translation memories (*.tmx *.xlf *.xliff)</source>
        <translation>翻譯記憶檔案 (*.tmx *.xlf *.xliff)</translation>
    </message>
    <message>
        <source>Importing translations</source>
        <translation>正在匯入譯文</translation>
    </message>
    <message>
        <source>Export translations</source>
        <translation>匯出譯文</translation>
    </message>
    <message>
        <source>TMX (*.tmx);;XLIFF (*.xlf)</source>
        <translation>TMX (*.tmx);;XLIFF (*.xlf)</translation>
    </message>
    <message numerus="yes">
        <source>%n translation(s) written to {path}</source>
        <translation>
            <numerusform>已將 %Ln 筆譯文寫入 {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MendBar</name>
    <message>
        <source>The words were changed. Is this still their place?</source>
        <translation>文字有改動。標註仍在這個位置嗎？</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Keep the note where it is now</source>
        <translation>把標註固定在現在的位置</translation>
    </message>
    <message>
        <source>Re-attach</source>
        <translation>重新附上</translation>
    </message>
    <message>
        <source>Attach the note to the words selected in the page</source>
        <translation>把標註附到頁面中選取的文字上</translation>
    </message>
    <message>
        <source>Old copy</source>
        <translation>舊副本</translation>
    </message>
    <message>
        <source>Open the copy of the page in which the words stand</source>
        <translation>開啟含有這些文字的頁面副本</translation>
    </message>
    <message>
        <source>These words stand on another page now: {page}.</source>
        <translation>這些文字現在在另一頁上：{page}。</translation>
    </message>
    <message>
        <source>Some of its words are gone. Select others to attach it to those alone.</source>
        <translation>標註的部分原文已不在了。如要只附到別的文字上，請選取那些文字。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Open the page where the words stand now</source>
        <translation>開啟這些文字現在所在的頁面</translation>
    </message>
    <message>
        <source>Find words</source>
        <translation>尋找原文</translation>
    </message>
    <message>
        <source>Select the same words in this page, if somebody else&apos;s comment has them now</source>
        <translation>若這些文字現在在別人的留言裡，就在本頁中選取它們</translation>
    </message>
    <message>
        <source>These words are no longer where the note was. Select others to attach it.</source>
        <translation>標註原來的位置已沒有這些文字。請選取其他文字，重新附上標註。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>No page has been opened yet</source>
        <translation>還沒有開啟過頁面</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近開啟(&amp;R)</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Take in notes</source>
        <translation>併入標註</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>正在讀取 {name}……</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>併入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>All that {name} holds is here already: there is nothing to take in.</source>
        <translation>{name} 中的內容這裡都已有：沒有可併入的。</translation>
    </message>
    <message>
        <source>{name} would bring this; one undo takes the notes back.</source>
        <translation>{name} 會帶來以下內容；復原一次即可收回這些標註。</translation>
    </message>
    <message>
        <source>{name} would bring this, but this library can only be read.</source>
        <translation>{name} 會帶來以下內容，但此資料庫唯讀。</translation>
    </message>
    <message numerus="yes">
        <source>%n new note(s)</source>
        <translation>
            <numerusform>%Ln 則新標註</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed on the other side only</source>
        <translation>
            <numerusform>%Ln 則標註只有對方改過，將更新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed on both sides: both are kept</source>
        <translation>
            <numerusform>%Ln 則標註雙方都改過，兩份並存</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) here already</source>
        <translation>
            <numerusform>%Ln 則標註這裡已有，保持不變</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entry(s) of the codebook</source>
        <translation>
            <numerusform>編碼簿中 %Ln 個新條目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of which there is no copy here</source>
        <translation>
            <numerusform>%Ln 個頁面這裡還沒有副本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>訊息</translation>
    </message>
</context>
<context>
    <name>NewsJoint</name>
    <message>
        <source>No new comment further down.</source>
        <translation>下面沒有新留言了。</translation>
    </message>
    <message>
        <source>No new comment further up.</source>
        <translation>上面沒有新留言了。</translation>
    </message>
    <message>
        <source>Marked as not read</source>
        <translation>已標為未讀</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>已標為已讀</translation>
    </message>
    <message numerus="yes">
        <source>+%n new</source>
        <translation>
            <numerusform>新增 %Ln 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>改動 %Ln 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>消失 %Ln 則</numerusform>
        </translation>
    </message>
    <message>
        <source>Since the copy imported {day}: {changes}.</source>
        <translation>與 {day} 匯入的副本相比：{changes}。</translation>
    </message>
    <message>
        <source>Show the changes</source>
        <translation>查看差異</translation>
    </message>
    <message>
        <source>new comment</source>
        <translation>新留言</translation>
    </message>
    <message>
        <source>{count} in place</source>
        <translation>{count} 處仍在原處</translation>
    </message>
    <message>
        <source>{count} moved</source>
        <translation>{count} 處已移動</translation>
    </message>
    <message>
        <source>{count} guessed</source>
        <translation>{count} 處位置為推測</translation>
    </message>
    <message>
        <source>{count} lost in part</source>
        <translation>{count} 處部分未能定位</translation>
    </message>
    <message>
        <source>{count} lost</source>
        <translation>{count} 處未能定位</translation>
    </message>
    <message>
        <source>Notes: {states}.</source>
        <translation>標註：{states}。</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Your note. Esc keeps it.</source>
        <translation>寫下標註，按 Esc 儲存。</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>標註的文字</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>標籤，以逗號分隔</translation>
    </message>
    <message>
        <source>Tags of the note</source>
        <translation>標註的標籤</translation>
    </message>
    <message>
        <source>Preview of the note</source>
        <translation>標註預覽</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>Show how the Markdown reads (Ctrl+P)</source>
        <translation>檢視 Markdown 的顯示效果（Ctrl+P）</translation>
    </message>
</context>
<context>
    <name>NoteMenu</name>
    <message>
        <source>&amp;Go to its words</source>
        <translation>前往所標文字(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>標籤(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>顏色(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the &amp;quoted words</source>
        <translation>複製所引文字(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>刪除(&amp;D)</translation>
    </message>
</context>
<context>
    <name>NotesFilter</name>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>篩選標註</translation>
    </message>
    <message>
        <source>Filter by colour</source>
        <translation>依顏色篩選</translation>
    </message>
    <message>
        <source>Filter by tag</source>
        <translation>依標籤篩選</translation>
    </message>
    <message>
        <source>Filter by person</source>
        <translation>依人物篩選</translation>
    </message>
    <message>
        <source>Order of the notes</source>
        <translation>標註的排序</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>依位置</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>依時間</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>依標籤</translation>
    </message>
</context>
<context>
    <name>NotesJoint</name>
    <message>
        <source>Select some words of a comment first.</source>
        <translation>請先在留言中選取一些文字。</translation>
    </message>
    <message>
        <source>No copy in this library has these words any more.</source>
        <translation>資料庫中已沒有含這些文字的副本。</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已復原</translation>
    </message>
    <message>
        <source>Redone</source>
        <translation>已重做</translation>
    </message>
    <message>
        <source>Highlighted: {colour}</source>
        <translation>已醒目提示：{colour}</translation>
    </message>
    <message>
        <source>The note is deleted; {key} brings it back.</source>
        <translation>標註已刪除；按 {key} 可復原。</translation>
    </message>
    <message>
        <source>These words stand nowhere in this page.</source>
        <translation>本頁中沒有這些文字。</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>Select words in the page and press H to highlight them, A to write a note.</source>
        <translation>在頁面中選取文字，按 H 醒目提示，按 A 寫標註。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) hidden by the filter</source>
        <translation>
            <numerusform>篩選隱藏了 %Ln 則標註</numerusform>
        </translation>
    </message>
    <message>
        <source>Which notes</source>
        <translation>顯示哪些標註</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Every note on this page has its place.</source>
        <translation>本頁的每則標註都找到了位置。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>本頁</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>未定位</translation>
    </message>
    <message>
        <source>Notes on this page</source>
        <translation>本頁的標註</translation>
    </message>
    <message>
        <source>Notes of the whole library</source>
        <translation>整個資料庫的標註</translation>
    </message>
    <message>
        <source>Notes whose words are no longer in their page</source>
        <translation>原文已不在頁面中的標註</translation>
    </message>
    <message>
        <source>Of all pages</source>
        <translation>所有頁面</translation>
    </message>
    <message>
        <source>List the lost notes of the whole library</source>
        <translation>列出整個資料庫中未定位的標註</translation>
    </message>
    <message>
        <source>Looking for lost notes… {percent} %</source>
        <translation>正在尋找未定位的標註… {percent}%</translation>
    </message>
    <message>
        <source>Every note of the library has its place.</source>
        <translation>資料庫中的每條標註都找到了位置。</translation>
    </message>
    <message>
        <source>No note has its place on this page; the lost ones are in their list.</source>
        <translation>這一頁上沒有標註還在原處；未定位的標註在「未定位」清單中。</translation>
    </message>
</context>
<context>
    <name>OnlyJoint</name>
    <message>
        <source>The search found no comment of this page.</source>
        <translation>搜尋沒有在本頁找到留言。</translation>
    </message>
    <message>
        <source>Go to a comment of somebody first.</source>
        <translation>請先選取某人的一則留言。</translation>
    </message>
    <message>
        <source>There is no note on a comment of this page.</source>
        <translation>本頁的留言上沒有標註。</translation>
    </message>
    <message>
        <source>Nothing is new in this copy of the page.</source>
        <translation>這一份頁面沒有新留言。</translation>
    </message>
    <message>
        <source>No comment of this page only agrees or thanks.</source>
        <translation>本頁沒有僅表示贊同或感謝的留言。</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n comment(s) with hits are shown, and what they answer: {shown} of {total}.</source>
        <translation>
            <numerusform>只顯示有符合的 %Ln 則留言及其回覆的對象：共 {total} 則中的 {shown} 則。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n comment(s) by {name} are shown, and what they answer: {shown} of {total}.</source>
        <translation>
            <numerusform>只顯示 {name} 的 %Ln 則留言及其回覆的對象：共 {total} 則中的 {shown} 則。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n comment(s) with notes are shown, and what they answer: {shown} of {total}.</source>
        <translation>
            <numerusform>只顯示有標註的 %Ln 則留言及其回覆的對象：共 {total} 則中的 {shown} 則。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n new comment(s) are shown, and what they answer: {shown} of {total}.</source>
        <translation>
            <numerusform>只顯示 %Ln 則新留言及其回覆的對象：共 {total} 則中的 {shown} 則。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) that only agree or thank are hidden.</source>
        <translation>
            <numerusform>已隱藏 %Ln 則僅表示贊同或感謝的留言。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部顯示</translation>
    </message>
</context>
<context>
    <name>OpeningJoint</name>
    <message>
        <source>There are no files in {folder}; choose another folder.</source>
        <translation>{folder} 裡沒有檔案；請選擇別的資料夾。</translation>
    </message>
    <message>
        <source>Open saved talk pages</source>
        <translation>開啟儲存的討論頁</translation>
    </message>
    <message>
        <source>The clipboard holds no text; copy a talk page and paste it here.</source>
        <translation>剪貼簿裡沒有文字；請複製一個討論頁再貼到這裡。</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>正在匯入 {name}</translation>
    </message>
    <message>
        <source>the pasted page</source>
        <translation>貼上的頁面</translation>
    </message>
    <message>
        <source>all pages</source>
        <translation>所有頁面</translation>
    </message>
    <message>
        <source>Understanding {name} anew</source>
        <translation>正在重新解析 {name}</translation>
    </message>
    <message>
        <source>Paused: {name}</source>
        <translation>已暫停：{name}</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%Ln 個在等待</numerusform>
        </translation>
    </message>
    <message>
        <source>The import was stopped; the pages read so far are kept.</source>
        <translation>匯入已停止；已讀取的頁面會保留。</translation>
    </message>
    <message>
        <source>No signed comments were found in {name}; its text is shown as it stands there.</source>
        <translation>在 {name} 中沒有找到帶簽名的留言；文字按原樣顯示。</translation>
    </message>
</context>
<context>
    <name>PageJoint</name>
    <message>
        <source>By time</source>
        <translation>依時間</translation>
    </message>
    <message>
        <source>By threads</source>
        <translation>依討論串</translation>
    </message>
    <message>
        <source>Not in the library; copied: {target}</source>
        <translation>資料庫中沒有；已複製：{target}</translation>
    </message>
    <message>
        <source>This copy has no section “{heading}”.</source>
        <translation>這份副本中沒有「{heading}」一節。</translation>
    </message>
    <message>
        <source>In the library: {target}</source>
        <translation>在資料庫中：{target}</translation>
    </message>
    <message>
        <source>Copies: {target}</source>
        <translation>點選複製：{target}</translation>
    </message>
</context>
<context>
    <name>PageTabs</name>
    <message>
        <source>Close tab</source>
        <translation>關閉分頁</translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation>搜尋：{words}</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>新分頁</translation>
    </message>
    <message>
        <source>Open pages</source>
        <translation>開啟的頁面</translation>
    </message>
</context>
<context>
    <name>ParentDialog</name>
    <message>
        <source>What does this answer?</source>
        <translation>這則留言回覆的是什麼？</translation>
    </message>
    <message>
        <source>Filter by name or words</source>
        <translation>依姓名或文字篩選</translation>
    </message>
    <message>
        <source>The heading: {heading}</source>
        <translation>標題：{heading}</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
</context>
<context>
    <name>PeoplePane</name>
    <message>
        <source>Next comment by them</source>
        <translation>此人的下一則留言</translation>
    </message>
    <message>
        <source>Search for what they said</source>
        <translation>搜尋此人的發言</translation>
    </message>
    <message>
        <source>Show only what they said here</source>
        <translation>只顯示此人在本頁的發言</translation>
    </message>
    <message>
        <source>Filter people</source>
        <translation>篩選人物</translation>
    </message>
    <message>
        <source>People of this page</source>
        <translation>本頁的人物</translation>
    </message>
</context>
<context>
    <name>PicturesDialog</name>
    <message>
        <source>Pictures</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本頁</translation>
    </message>
    <message>
        <source>What the search finds</source>
        <translation>搜尋結果</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>整個資料庫</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在統計…</translation>
    </message>
    <message>
        <source>There is nothing to draw yet: open or import a page first.</source>
        <translation>還沒有可繪製的內容：請先開啟或匯入頁面。</translation>
    </message>
    <message>
        <source>There is nothing to draw: no comment says enough for it.</source>
        <translation>沒有可畫的內容：沒有留言提供所需的資訊。</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>儲存圖表</translation>
    </message>
</context>
<context>
    <name>PicturesJoint</name>
    <message>
        <source>Saved to {path}</source>
        <translation>已儲存到 {path}</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>資料庫</translation>
    </message>
</context>
<context>
    <name>PrintingDialog</name>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>列印內容</translation>
    </message>
    <message>
        <source>Say below each comment where it stands</source>
        <translation>在每則留言下註明出處</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>How far the work is</source>
        <translation>工作進度</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>列印…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存為 PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Writing the PDF…</source>
        <translation>正在寫入 PDF…</translation>
    </message>
    <message>
        <source>Reading the pages…</source>
        <translation>正在讀取頁面…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存為 PDF</translation>
    </message>
</context>
<context>
    <name>PrintingJoint</name>
    <message>
        <source>There is nothing to print: open a page first.</source>
        <translation>沒有可列印的內容：請先開啟頁面。</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>已儲存到 {path}</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>整頁</translation>
    </message>
    <message>
        <source>This section</source>
        <translation>本節</translation>
    </message>
    <message>
        <source>This thread</source>
        <translation>本討論串</translation>
    </message>
    <message>
        <source>What the search found</source>
        <translation>搜尋結果</translation>
    </message>
    <message>
        <source>My notes on this page</source>
        <translation>我在本頁的標註</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>All notes</source>
        <translation>全部標註</translation>
    </message>
    <message>
        <source>All my notes</source>
        <translation>我的全部標註</translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation>搜尋：{words}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found</source>
        <translation>
            <numerusform>找到 %Ln 處</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%Ln 則標註</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>What {name} said</source>
        <translation>{name} 的全部發言</translation>
    </message>
    <message>
        <source>Only comments with these words</source>
        <translation>只看含有這些詞的留言</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回覆了誰</translation>
    </message>
    <message>
        <source>Whom {name} answers</source>
        <translation>{name} 回覆的人</translation>
    </message>
    <message>
        <source>Is answered by</source>
        <translation>被誰回覆</translation>
    </message>
    <message>
        <source>Who answers {name}</source>
        <translation>回覆 {name} 的人</translation>
    </message>
    <message>
        <source>&amp;Show the comments</source>
        <translation>顯示這些留言(&amp;S)</translation>
    </message>
    <message>
        <source>Signs as {names}</source>
        <translation>簽名為 {names}</translation>
    </message>
    <message>
        <source>Pages ({count})</source>
        <translation>頁面（{count}）</translation>
    </message>
    <message>
        <source>Sections ({count})</source>
        <translation>章節（{count}）</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>留言數</translation>
    </message>
    <message>
        <source>Page without a title</source>
        <translation>沒有標題的頁面</translation>
    </message>
    <message>
        <source>The library holds nothing that {name} said.</source>
        <translation>資料庫中沒有 {name} 的發言。</translation>
    </message>
    <message>
        <source>{found} of {total} comments have these words</source>
        <translation>{total} 則留言中有 {found} 則含有這些詞</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%Ln 則留言</numerusform>
        </translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>{first}至{last}</translation>
    </message>
    <message numerus="yes">
        <source>%n without a date</source>
        <translation>
            <numerusform>%Ln 則沒有日期</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>ProfileJoint</name>
    <message>
        <source>There is no comment with a name here.</source>
        <translation>這裡沒有署名的留言。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>磁碟機</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 檔案</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>尋找於(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>檔案類型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>%1 byte(s)</source>
        <translation>%1 位元組</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>QToolBar</name>
    <message>
        <source>Extension</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ReadingJoint</name>
    <message>
        <source>This computer has no font with Chinese characters, so they appear as boxes; install one (on Debian: apt install fonts-noto-cjk) and start again.</source>
        <translation>這台電腦沒有中文字型，漢字會顯示成方框；請安裝一種（Debian：apt install fonts-noto-cjk），然後重新啟動本程式。</translation>
    </message>
    <message>
        <source>older copy</source>
        <translation>舊副本</translation>
    </message>
    <message>
        <source>last comment {day}</source>
        <translation>最後留言：{day}</translation>
    </message>
    <message>
        <source>copy of {day}</source>
        <translation>{day}的副本</translation>
    </message>
    <message>
        <source>Looking for translations in the page…</source>
        <translation>正在頁面中尋找譯文…</translation>
    </message>
    <message>
        <source>No translations were found in this page.</source>
        <translation>本頁沒有找到譯文。</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) stand beside their translation, the first in “{section}”.</source>
        <translation>
            <numerusform>%Ln 個句子與譯文並排顯示，第一句在「{section}」中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Emoji on this page appear as boxes: no font here has them (on Debian: apt install fonts-noto-color-emoji).</source>
        <translation>本頁的表情符號顯示為方框：這台電腦沒有相應的字型（Debian 上可執行 apt install fonts-noto-color-emoji）。</translation>
    </message>
    <message>
        <source>Chinese is shown in the script it was written in.</source>
        <translation>中文現按原文顯示，簡繁不變。</translation>
    </message>
    <message>
        <source>Chinese is shown in Simplified characters.</source>
        <translation>中文現以簡體顯示。</translation>
    </message>
    <message>
        <source>Chinese is shown in Traditional characters (Taiwan).</source>
        <translation>中文現以繁體（臺灣）顯示。</translation>
    </message>
    <message>
        <source>Chinese is shown in Traditional characters (Hong Kong).</source>
        <translation>中文現以繁體（香港）顯示。</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Discussion</source>
        <translation>討論</translation>
    </message>
    <message>
        <source>The comments of the page, in order.</source>
        <translation>依順序排列的頁面留言。</translation>
    </message>
    <message>
        <source>Hit {0} of {1}</source>
        <translation>第 {0} 處，共 {1} 處</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy link target</source>
        <translation>複製連結目標</translation>
    </message>
    <message>
        <source>Marks: notes left, new comments middle, hits right</source>
        <translation>標記：左邊是標註，中間是新留言，右邊是搜尋結果</translation>
    </message>
    <message numerus="yes">
        <source>%n replies collapsed</source>
        <translation>
            <numerusform>已摺疊 %Ln 則回覆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies expanded</source>
        <translation>
            <numerusform>已展開 %Ln 則回覆</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsDialog</name>
    <message>
        <source>Imports</source>
        <translation>匯入記錄</translation>
    </message>
    <message>
        <source>Imports, the latest first</source>
        <translation>匯入記錄，最新的在前</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>計數</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Nothing has been imported yet from a folder or a large file. File › Import a folder or a dump… does that.</source>
        <translation>還沒有從資料夾或大型檔案匯入過內容。請使用「檔案 › 匯入資料夾或傾印檔…」。</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%Ln 則警告</numerusform>
        </translation>
    </message>
    <message>
        <source>It was cut short or is still running; what was stored is whole, and importing the same again goes on from there.</source>
        <translation>匯入被中斷或仍在進行；已存入的內容完好，再次匯入即可從中斷處繼續。</translation>
    </message>
    <message>
        <source>It was stopped; importing the same again goes on from there.</source>
        <translation>匯入已停止；再次匯入即可從停止處繼續。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s)</source>
        <translation>
            <numerusform>另有 %Ln 個檔案</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RereadingJoint</name>
    <message>
        <source>This page cannot be understood by this version; it stays as it was.</source>
        <translation>此版本無法解析本頁，本頁保持原樣。</translation>
    </message>
    <message>
        <source>The page was understood anew, and some of it otherwise.</source>
        <translation>本頁已重新解析，部分內容與之前不同。</translation>
    </message>
    <message>
        <source>The page was understood anew; nothing is different.</source>
        <translation>本頁已重新解析，沒有變化。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) and older copies were understood anew.</source>
        <translation>
            <numerusform>已重新解析 %n 個頁面及舊副本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are different now.</source>
        <translation>
            <numerusform>其中 %n 個與之前不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be, and stay as they were.</source>
        <translation>
            <numerusform>%n 個無法解析，保持原樣。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was understood anew until then is kept; the rest is as it was.</source>
        <translation>已停止。在此之前重新解析的內容已保留，其餘保持原樣。</translation>
    </message>
</context>
<context>
    <name>ResultsHead</name>
    <message>
        <source>Search without {part}</source>
        <translation>不按「{part}」搜尋</translation>
    </message>
    <message>
        <source>by {value}</source>
        <translation>作者：{value}</translation>
    </message>
    <message>
        <source>answers {value}</source>
        <translation>回覆 {value}</translation>
    </message>
    <message>
        <source>in {value}</source>
        <translation>位於 {value}</translation>
    </message>
    <message>
        <source>on {value}</source>
        <translation>站點：{value}</translation>
    </message>
    <message>
        <source>namespace {value}</source>
        <translation>命名空間 {value}</translation>
    </message>
    <message>
        <source>from {value} on</source>
        <translation>{value} 起</translation>
    </message>
    <message>
        <source>before {value}</source>
        <translation>{value} 之前</translation>
    </message>
    <message>
        <source>language: {value}</source>
        <translation>語言：{value}</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>有標註</translation>
    </message>
    <message>
        <source>tag: {value}</source>
        <translation>標籤：{value}</translation>
    </message>
    <message>
        <source>exactly “{value}”</source>
        <translation>完全符合「{value}」</translation>
    </message>
    <message>
        <source>pattern {value}</source>
        <translation>正規表示式 {value}</translation>
    </message>
    <message>
        <source>not: {part}</source>
        <translation>排除 {part}</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Most relevant first</source>
        <translation>最相關在前</translation>
    </message>
    <message>
        <source>As on the pages</source>
        <translation>依頁面順序</translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation>結果的排序</translation>
    </message>
    <message>
        <source>Save or copy these results</source>
        <translation>儲存或複製這些結果</translation>
    </message>
    <message>
        <source>&amp;Save this search…</source>
        <translation>儲存此搜尋(&amp;S)…</translation>
    </message>
    <message>
        <source>Sa&amp;ved searches</source>
        <translation>已儲存的搜尋(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Rename or delete saved searches…</source>
        <translation>重新命名或刪除已儲存的搜尋(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Copy all with their sources</source>
        <translation>複製全部並附出處(&amp;C)</translation>
    </message>
    <message>
        <source>As &amp;text</source>
        <translation>文字(&amp;T)</translation>
    </message>
    <message>
        <source>As &amp;Markdown</source>
        <translation>Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>As &amp;BibTeX references</source>
        <translation>BibTeX 參考文獻(&amp;B)</translation>
    </message>
    <message>
        <source>As CSL-&amp;JSON references</source>
        <translation>CSL-JSON 參考文獻(&amp;J)</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Show only the results of one</source>
        <translation>只顯示其中一項的結果</translation>
    </message>
    <message>
        <source>Narrow by: {what}</source>
        <translation>縮小範圍：{what}</translation>
    </message>
    <message>
        <source>{tip}; counted in the newest {count}</source>
        <translation>{tip}（依最新的 {count} 筆計數）</translation>
    </message>
</context>
<context>
    <name>ResultsJoint</name>
    <message>
        <source>Saved as “{name}”</source>
        <translation>已儲存為「{name}」</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n result(s) with their sources</source>
        <translation>
            <numerusform>已複製 %Ln 筆結果及其出處</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message>
        <source>Type in the field above to search. from:Name finds what one person said.</source>
        <translation>在上方輸入文字即可搜尋。from:使用者名稱 可尋找某人的發言。</translation>
    </message>
    <message>
        <source>The newest {shown} of {total}</source>
        <translation>最新的 {shown} 則，共 {total} 則</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%Ln 則結果</numerusform>
        </translation>
    </message>
    <message>
        <source>{results}, {places} places</source>
        <translation>{results}，{places} 處</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜尋結果</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再顯示 %Ln 筆</numerusform>
        </translation>
    </message>
    <message>
        <source>Search for {text}</source>
        <translation>改為搜尋 {text}</translation>
    </message>
    <message>
        <source>By {name}: {count}</source>
        <translation>作者為 {name}：{count} 筆</translation>
    </message>
    <message>
        <source>As the beginning of words: {count}</source>
        <translation>作為詞的開頭：{count}</translation>
    </message>
    <message>
        <source>Without {part}: {count}</source>
        <translation>去掉 {part}：{count} 筆</translation>
    </message>
    <message>
        <source>In the whole library: {count}</source>
        <translation>在整個資料庫中：{count} 筆</translation>
    </message>
    <message numerus="yes">
        <source>The first %n result(s), counting…</source>
        <translation>
            <numerusform>前 %Ln 筆結果，正在計數……</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {shown} of {total}</source>
        <translation>共 {total} 筆，顯示前 {shown} 筆</translation>
    </message>
    <message>
        <source>Nothing found for “{text}” on this page.</source>
        <translation>在此頁面上沒有找到「{text}」。</translation>
    </message>
    <message>
        <source>Nothing found for “{text}” in the library.</source>
        <translation>在資料庫中沒有找到「{text}」。</translation>
    </message>
    <message>
        <source>{said} Saved searches:</source>
        <translation>{said}已儲存的搜尋：</translation>
    </message>
    <message>
        <source>{said} These find something:</source>
        <translation>{said}下列搜尋有結果：</translation>
    </message>
    <message>
        <source>{said} Fewer words find more.</source>
        <translation>{said}詞少一些，結果會多一些。</translation>
    </message>
</context>
<context>
    <name>RoomJoint</name>
    <message>
        <source>Nothing but the text. Esc brings the window back.</source>
        <translation>現在只顯示內文。按 Esc 恢復視窗。</translation>
    </message>
</context>
<context>
    <name>SafetyJoint</name>
    <message>
        <source>There are no notes to share yet.</source>
        <translation>還沒有可分享的標註。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Take in notes</source>
        <translation>併入標註</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>已儲存到 {path}</translation>
    </message>
    <message numerus="yes">
        <source>Taken in: %n note(s).</source>
        <translation>
            <numerusform>已併入 %Ln 則標註。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Backups and repair…</source>
        <translation>備份與修復…</translation>
    </message>
</context>
<context>
    <name>SavedSearchesDialog</name>
    <message>
        <source>Saved searches</source>
        <translation>已儲存的搜尋</translation>
    </message>
    <message>
        <source>Enter searches again, F2 renames, Delete removes.</source>
        <translation>Enter 鍵再次搜尋，F2 重新命名，Delete 刪除。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜尋(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重新命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>刪除(&amp;D)</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>儲存此搜尋</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名稱：</translation>
    </message>
</context>
<context>
    <name>ScopeBox</name>
    <message>
        <source>Which notes</source>
        <translation>哪些標註</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標籤</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>{at} of {total}</source>
        <translation>第 {at} / {total} 處</translation>
    </message>
    <message>
        <source>{total} found</source>
        <translation>找到 {total} 處</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>無法理解</translation>
    </message>
    <message>
        <source>Search: words, from:Name, after:2021-09, &quot;exact&quot;</source>
        <translation>搜尋：詞語、from:使用者名稱、after:2021-09、&quot;精確片語&quot;</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本頁</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>搜尋範圍</translation>
    </message>
    <message>
        <source>Position among the hits</source>
        <translation>在結果中的位置</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Completions</source>
        <translation>補全建議</translation>
    </message>
</context>
<context>
    <name>SearchJoint</name>
    <message numerus="yes">
        <source>%n translation(s) of your memory have these words (Ctrl+M)</source>
        <translation>
            <numerusform>您的翻譯記憶中有 %Ln 筆譯文含有這些詞語（Ctrl+M）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionsModel</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Comments in the section</source>
        <translation>本節的留言</translation>
    </message>
    <message>
        <source>New comments that were not read yet</source>
        <translation>尚未讀過的新留言</translation>
    </message>
    <message>
        <source>Your notes in the section</source>
        <translation>本節中您的標註</translation>
    </message>
    <message>
        <source>Hits of the search in the section</source>
        <translation>本節中的搜尋結果</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>符合</translation>
    </message>
</context>
<context>
    <name>SectionsPane</name>
    <message>
        <source>Filter sections</source>
        <translation>篩選章節</translation>
    </message>
    <message>
        <source>Sections of this page</source>
        <translation>本頁的章節</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>{who} answers {whom} %n time(s)</source>
        <translation>
            <numerusform>{who} 回覆 {whom} %Ln 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repl(ies) in all</source>
        <translation>
            <numerusform>共 %Ln 則回覆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not drawn: to oneself, or a name is not known</source>
        <translation>
            <numerusform>%Ln 則未畫出：回覆自己，或名字不明</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date left out</source>
        <translation>
            <numerusform>%Ln 則沒有日期，未計入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in smaller rows left out</source>
        <translation>
            <numerusform>較少的列中有 %Ln 則未畫出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more people</source>
        <translation>
            <numerusform>另有 %Ln 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more thread(s)</source>
        <translation>
            <numerusform>另有 %Ln 個討論串</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改按鍵…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share notes</source>
        <translation>分享標註</translation>
    </message>
    <message>
        <source>One file for another person&apos;s talkreader, which takes it in beside what they wrote. It holds the notes, what their tags mean, and how the notes came about.</source>
        <translation>一個供他人的 talkreader 使用的檔案：併入後與對方自己寫的內容並存。其中有標註、標籤的含義，以及標註的由來。</translation>
    </message>
    <message>
        <source>With copies of the pages that the notes are about</source>
        <translation>附上標註所涉頁面的副本</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Notes to share</source>
        <translation>供分享的標註</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Words in either language</source>
        <translation>任一語言的詞語</translation>
    </message>
</context>
<context>
    <name>ShelfJoint</name>
    <message>
        <source>Deleted; Ctrl+Z brings it back.</source>
        <translation>已刪除；按 Ctrl+Z 可復原。</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Source of the comment</source>
        <translation>留言的原始碼</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Comment {at} of {total}</source>
        <translation>第 {at} 則留言，共 {total} 則</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>取消匯入</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>匯入進度</translation>
    </message>
    <message>
        <source>Library: for reading only</source>
        <translation>資料庫：唯讀</translation>
    </message>
    <message>
        <source>{folder} cannot be written, so no file can be imported and no note be kept there.</source>
        <translation>{folder} 無法寫入，因此不能匯入檔案，也不能保存標註。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to check</source>
        <translation>
            <numerusform>%Ln 處需要核對</numerusform>
        </translation>
    </message>
    <message>
        <source>What the copy does not say for certain</source>
        <translation>副本沒有明確說明的內容</translation>
    </message>
    <message>
        <source>answers {name}</source>
        <translation>回覆 {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>已隱藏 %Ln 則</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>%Ln 則未讀</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
</context>
<context>
    <name>TakenBox</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新增 %Ln 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>已有 %Ln 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>未接受 %Ln 筆</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported: {what}</source>
        <translation>匯入結果：{what}</translation>
    </message>
</context>
<context>
    <name>TakingJoint</name>
    <message>
        <source>There is nothing to export yet: open a page first.</source>
        <translation>還沒有可匯出的內容：請先開啟一個頁面。</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>已匯出到 {path}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>標註</translation>
    </message>
    <message numerus="yes">
        <source>Those on the selected words (%n)</source>
        <translation>
            <numerusform>所選文字上的標註（%Ln）</numerusform>
        </translation>
    </message>
    <message>
        <source>The chosen note</source>
        <translation>選取的標註</translation>
    </message>
    <message>
        <source>Those on this page</source>
        <translation>本頁的標註</translation>
    </message>
    <message>
        <source>Those that the search finds: {words}</source>
        <translation>搜尋找到的標註：{words}</translation>
    </message>
    <message>
        <source>Those with a tag, or one below it</source>
        <translation>帶有某個標籤（含下層標籤）的標註</translation>
    </message>
    <message numerus="yes">
        <source>All of the library (%n)</source>
        <translation>
            <numerusform>整個資料庫的標註（%Ln）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermDialog</name>
    <message>
        <source>A term of your glossary</source>
        <translation>詞彙表中的詞條</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>英文(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Simplified Chinese</source>
        <translation>簡體中文(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Traditional Chinese</source>
        <translation>繁體中文(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>備註(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>TranslatingJoint</name>
    <message>
        <source>Translation</source>
        <translation>譯文</translation>
    </message>
    <message>
        <source>The headings of a pair can only be taken apart.</source>
        <translation>成對的標題只能拆開。</translation>
    </message>
    <message>
        <source>Put the cursor into a sentence that has a translation.</source>
        <translation>請先把游標放在有譯文的句子裡。</translation>
    </message>
    <message>
        <source>That cannot be done with this pair.</source>
        <translation>這一對無法這樣處理。</translation>
    </message>
    <message>
        <source>Nothing here has a translation that unfolds.</source>
        <translation>這裡沒有可展開的譯文。</translation>
    </message>
    <message>
        <source>Translations now unfold below the words, by this key or a click.</source>
        <translation>譯文現在收在原文下方，按此鍵或點按即可展開。</translation>
    </message>
    <message>
        <source>Put the cursor into the sentence to be translated.</source>
        <translation>請先把游標放在要翻譯的句子裡。</translation>
    </message>
    <message>
        <source>Every sentence after this one has a translation.</source>
        <translation>後面的句子都已有譯文。</translation>
    </message>
    <message>
        <source>No translation is shown for this comment.</source>
        <translation>這則留言沒有顯示譯文。</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) copied</source>
        <translation>
            <numerusform>已複製 %Ln 句</numerusform>
        </translation>
    </message>
    <message>
        <source>A file that translates this page</source>
        <translation>本頁的譯文檔案</translation>
    </message>
    <message>
        <source>Lining up the translation…</source>
        <translation>正在對齊譯文……</translation>
    </message>
</context>
<context>
    <name>TranslationDialog</name>
    <message>
        <source>Translate</source>
        <translation>翻譯</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>From your translation memory</source>
        <translation>來自您的翻譯記憶</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>譯文</translation>
    </message>
    <message>
        <source>Your translation</source>
        <translation>您的譯文</translation>
    </message>
    <message>
        <source>Save and &amp;next</source>
        <translation>儲存並移至下一句(&amp;N)</translation>
    </message>
    <message>
        <source>Point at a word of the original to look it up.</source>
        <translation>指向原文中的詞語即可查詞。</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>詞典</translation>
    </message>
    <message>
        <source>Glossary: {terms}</source>
        <translation>詞彙表：{terms}</translation>
    </message>
    <message>
        <source>The numbers differ.</source>
        <translation>數字不同。</translation>
    </message>
    <message>
        <source>Press Enter to take it over.</source>
        <translation>按 Enter 鍵採用。</translation>
    </message>
    <message>
        <source>then:</source>
        <translation>當時：</translation>
    </message>
    <message>
        <source>now:</source>
        <translation>現在：</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>The library cannot be opened</source>
        <translation>無法開啟資料庫</translation>
    </message>
    <message>
        <source>Use another folder…</source>
        <translation>使用其他資料夾…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>A folder for the library</source>
        <translation>資料庫所在的資料夾</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>開啟資料庫</translation>
    </message>
    <message>
        <source>The library can be opened again</source>
        <translation>資料庫又可以開啟了</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the comments</source>
        <translation>留言的各個版本</translation>
    </message>
    <message>
        <source>Only comments with more than one version</source>
        <translation>只列出有多個版本的留言</translation>
    </message>
    <message>
        <source>Comments and their versions</source>
        <translation>留言及其版本</translation>
    </message>
    <message>
        <source>Go to the comment</source>
        <translation>移至這則留言</translation>
    </message>
    <message>
        <source>Nothing is known of earlier versions. Import an export with all revisions of this page, or another copy of it.</source>
        <translation>沒有更早版本的紀錄。請匯入含此頁面全部修訂版本的匯出檔，或此頁面的另一份副本。</translation>
    </message>
    <message>
        <source>{changed}, {gone}.</source>
        <translation>{changed}，{gone}。</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) changed</source>
        <translation>
            <numerusform>%Ln 則留言有變化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not on the page any more</source>
        <translation>
            <numerusform>%Ln 則已不在頁面上</numerusform>
        </translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>修訂版本 {number}</translation>
    </message>
</context>
<context>
    <name>VersionsJoint</name>
    <message>
        <source>The library has only this copy of the page.</source>
        <translation>資料庫中只有此頁面的這一份副本。</translation>
    </message>
</context>
<context>
    <name>WaitingJoint</name>
    <message>
        <source>{name} will be imported when {other} is done.</source>
        <translation>{other} 匯入完成後會匯入 {name}。</translation>
    </message>
    <message>
        <source>{name} will be imported when {other} and the others before it are done.</source>
        <translation>{other} 和排在前面的其他檔案匯入完成後會匯入 {name}。</translation>
    </message>
    <message>
        <source>That import is paused.</source>
        <translation>前一項匯入已暫停。</translation>
    </message>
    <message>
        <source>{name} waits to be imported already; it will not be imported twice.</source>
        <translation>{name} 已在等待匯入，不會重複匯入。</translation>
    </message>
    <message>
        <source>{name} is being imported already; how far it is stands below.</source>
        <translation>{name} 正在匯入，進度顯示在視窗底部。</translation>
    </message>
</context>
<context>
    <name>WarningsDialog</name>
    <message>
        <source>Things to check</source>
        <translation>需要核對之處</translation>
    </message>
    <message numerus="yes">
        <source>This copy does not keep the indentation. Who answers whom was inferred for %n comment(s); these are marked in the page.</source>
        <translation>
            <numerusform>這份副本沒有保留縮排。有 %Ln 則留言回覆的對象是推斷出來的，頁面中已標明。</numerusform>
        </translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Your correction does not fit this copy any more</source>
        <translation>您的更正已不適用於這份副本</translation>
    </message>
    <message>
        <source>The wiki counts this comment; it is not found in the page</source>
        <translation>維基有這則留言，頁面中卻找不到</translation>
    </message>
    <message>
        <source>The wiki itself does not count this as a comment</source>
        <translation>維基本身不把這算作留言</translation>
    </message>
    <message>
        <source>Who answers whom was inferred</source>
        <translation>誰回覆誰是推斷出來的</translation>
    </message>
</context>
<context>
    <name>WatchingJoint</name>
    <message>
        <source>The watched folder {folder} is not there.</source>
        <translation>監看的資料夾 {folder} 不存在。</translation>
    </message>
</context>
<context>
    <name>WindowJoint</name>
    <message>
        <source>&amp;Copy details</source>
        <translation>複製詳細資料(&amp;C)</translation>
    </message>
    <message>
        <source>About talkreader</source>
        <translation>關於 talkreader</translation>
    </message>
    <message>
        <source>talkreader {version}

Reads offline archives of wiki discussions. Everything stays on this computer: the program never talks to a network.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>talkreader {version}

用於閱讀維基討論的離線存檔。一切都留在這台電腦上：本程式從不連線網路。

自由軟體，以 GNU 通用公共授權條款第 3 版或更新版本發布。</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%Ln 個頁面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%Ln 則留言</numerusform>
        </translation>
    </message>
    <message>
        <source>{pages}, {comments}</source>
        <translation>{pages}、{comments}</translation>
    </message>
    <message numerus="yes">
        <source>%n put aside</source>
        <translation>
            <numerusform>%Ln 個放在一旁</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>剩餘 %Ln 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>剩餘 %Ln 分鐘</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>剩餘 {hours} 小時 {minutes} 分</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are there again.</source>
        <translation>
            <numerusform>%Ln 則標註已找回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The notes are sound (%n); nothing was changed.</source>
        <translation>
            <numerusform>標註完好（%Ln 則），未作任何更改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came from the journal of what was done.</source>
        <translation>
            <numerusform>其中 %Ln 則來自操作記錄。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came from the last backup.</source>
        <translation>
            <numerusform>其中 %Ln 則來自上一份備份。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%Ln 個為新頁面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%Ln 個有改動</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as stored before</source>
        <translation>
            <numerusform>%Ln 個與已存內容相同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing new: %n page(s) as stored before.</source>
        <translation>
            <numerusform>沒有新內容：%Ln 個頁面與已存內容相同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>archives</name>
    <message>
        <source>Places that are not {encoding}, shown as {sign}: {count}</source>
        <translation>不是 {encoding} 編碼、顯示為 {sign} 的地方：{count} 處</translation>
    </message>
    <message>
        <source>The wiki sent only a part of its answer in this file</source>
        <translation>維基只把回應的一部分放進了這個檔案</translation>
    </message>
    <message>
        <source>The text of this page was removed from public view on the wiki</source>
        <translation>此頁面的文字在維基上已不公開</translation>
    </message>
    <message>
        <source>The latest text was removed from public view; an older one is shown</source>
        <translation>最新的文字已不公開，此處顯示較舊的版本</translation>
    </message>
    <message>
        <source>The page was a Structured Discussions board: signatures and indentation were made from it</source>
        <translation>此頁面原是結構式討論版，簽名和縮排由它產生</translation>
    </message>
    <message>
        <source>This page is a Structured Discussions board; the export has only its number, not what was said on it</source>
        <translation>此頁面是結構式討論版；匯出檔只有它的編號，沒有其中的發言</translation>
    </message>
    <message>
        <source>The page had LiquidThreads: signatures and indentation were made from its posts</source>
        <translation>此頁面用過 LiquidThreads，簽名和縮排由其中的貼文產生</translation>
    </message>
    <message>
        <source>The file holds records, not the page: signatures and indentation were made from them</source>
        <translation>檔案裡是紀錄而不是頁面本身，簽名和縮排由紀錄產生</translation>
    </message>
    <message>
        <source>Line {line} of the file is no JSON object and was left out</source>
        <translation>檔案第 {line} 行不是 JSON 物件，已略過</translation>
    </message>
    <message>
        <source>The file ends in the middle; the end of the page may be missing</source>
        <translation>檔案中途結束，頁面末尾可能缺失</translation>
    </message>
    <message>
        <source>Lines of the file that are damaged, and left out: {count}</source>
        <translation>檔案中已損壞而略過的行數：{count}</translation>
    </message>
    <message>
        <source>The export has no text for this page</source>
        <translation>匯出檔裡沒有此頁面的文字</translation>
    </message>
    <message>
        <source>The text of this page is not wikitext but {model}</source>
        <translation>此頁面的文字不是維基文本，而是 {model}</translation>
    </message>
    <message>
        <source>its table of contents cannot be read</source>
        <translation>無法讀取其目錄</translation>
    </message>
    <message>
        <source>its sum is wrong</source>
        <translation>總和檢查碼不符</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>PNG 圖片</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>JPEG 圖片</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>GIF 圖片</translation>
    </message>
    <message>
        <source>a WebP picture</source>
        <translation>WebP 圖片</translation>
    </message>
    <message>
        <source>a BMP picture</source>
        <translation>BMP 圖片</translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation>TIFF 圖片</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>PostScript 文件</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>RTF 文件</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>an empty zip archive</source>
        <translation>空的 zip 壓縮檔</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>RAR 壓縮檔</translation>
    </message>
    <message>
        <source>a tar archive</source>
        <translation>tar 壓縮檔</translation>
    </message>
    <message>
        <source>an old Office document</source>
        <translation>舊版 Office 文件</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>SQLite 資料庫</translation>
    </message>
    <message>
        <source>a ZIM file</source>
        <translation>ZIM 檔案</translation>
    </message>
    <message>
        <source>a sound or video</source>
        <translation>音訊或影片</translation>
    </message>
    <message>
        <source>a sound</source>
        <translation>音訊</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>the packed data ends too early</source>
        <translation>壓縮資料過早結束</translation>
    </message>
    <message>
        <source>it is packed with “{packing}”</source>
        <translation>它以「{packing}」壓縮</translation>
    </message>
    <message>
        <source>it unpacks to more than a page can have</source>
        <translation>解壓縮後超過一個頁面的上限</translation>
    </message>
    <message>
        <source>Some revisions do not stand in their order; what they changed is left out</source>
        <translation>有些修訂版本沒有按順序排列，它們的變化已略去</translation>
    </message>
    <message>
        <source>its beginning is missing</source>
        <translation>缺少開頭</translation>
    </message>
    <message>
        <source>a page has no end</source>
        <translation>有一頁沒有結尾</translation>
    </message>
    <message>
        <source>elements that are nested without end</source>
        <translation>元素層層巢狀，沒有盡頭</translation>
    </message>
    <message>
        <source>there is no {kind} where a part of it must begin</source>
        <translation>應當開始一段 {kind} 資料的地方沒有這種資料</translation>
    </message>
    <message>
        <source>its list of files is missing</source>
        <translation>缺少檔案列表</translation>
    </message>
    <message>
        <source>it unpacks to far more than its packed size can hold</source>
        <translation>解壓縮後的大小遠遠超出其壓縮大小的可能</translation>
    </message>
    <message>
        <source>the last record is cut off</source>
        <translation>最後一條記錄不完整</translation>
    </message>
    <message>
        <source>a record does not say how long it is</source>
        <translation>有一條記錄沒有註明長度</translation>
    </message>
    <message>
        <source>a record&apos;s header has no end</source>
        <translation>有一條記錄的標頭沒有結尾</translation>
    </message>
    <message>
        <source>a record does not begin where the one before it ends</source>
        <translation>有一條記錄沒有從上一條的結尾處開始</translation>
    </message>
    <message>
        <source>no element found</source>
        <translation>找不到元素</translation>
    </message>
    <message>
        <source>not well-formed (invalid token)</source>
        <translation>格式不正確</translation>
    </message>
    <message>
        <source>unclosed token</source>
        <translation>標籤沒有寫完</translation>
    </message>
    <message>
        <source>unclosed CDATA section</source>
        <translation>CDATA 段沒有結束</translation>
    </message>
    <message>
        <source>partial character</source>
        <translation>結尾的字元不完整</translation>
    </message>
    <message>
        <source>mismatched tag</source>
        <translation>標籤不成對</translation>
    </message>
    <message>
        <source>undefined entity</source>
        <translation>有未定義的實體</translation>
    </message>
    <message>
        <source>duplicate attribute</source>
        <translation>屬性重複</translation>
    </message>
    <message>
        <source>junk after document element</source>
        <translation>文件結尾之後還有內容</translation>
    </message>
    <message>
        <source>reference to invalid character number</source>
        <translation>引用了無效的字元編號</translation>
    </message>
    <message>
        <source>File is not a zip file</source>
        <translation>不是 zip 檔</translation>
    </message>
    <message>
        <source>Bad CRC-32 for file {name}</source>
        <translation>檔案 {name} 的 CRC-32 檢查不符</translation>
    </message>
    <message>
        <source>Invalid data stream</source>
        <translation>資料流無效</translation>
    </message>
    <message>
        <source>Corrupt input data</source>
        <translation>輸入資料已損壞</translation>
    </message>
    <message>
        <source>Error {number} while decompressing data: {reason}</source>
        <translation>解壓縮資料時出現錯誤 {number}：{reason}</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>沒有權限</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>沒有這個檔案或資料夾</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>讀寫錯誤</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁碟空間不足</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>檔案系統唯讀</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>開啟的檔案太多</translation>
    </message>
    <message>
        <source>MediaWiki XML export</source>
        <translation>MediaWiki XML 匯出檔</translation>
    </message>
    <message>
        <source>MediaWiki API answer (XML)</source>
        <translation>MediaWiki API 結果（XML）</translation>
    </message>
    <message>
        <source>MediaWiki API answer (JSON)</source>
        <translation>MediaWiki API 結果（JSON）</translation>
    </message>
    <message>
        <source>saved web page</source>
        <translation>儲存的網頁</translation>
    </message>
    <message>
        <source>wikitext</source>
        <translation>維基文字</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>純文字</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>zip archive</source>
        <translation>zip 壓縮檔</translation>
    </message>
    <message>
        <source>WARC web archive</source>
        <translation>WARC 網頁封存</translation>
    </message>
    <message>
        <source>MHTML web page</source>
        <translation>MHTML 網頁</translation>
    </message>
    <message>
        <source>records (JSON lines)</source>
        <translation>資料記錄（JSON Lines）</translation>
    </message>
    <message>
        <source>dump of Structured Discussions</source>
        <translation>結構式討論傾印</translation>
    </message>
    <message>
        <source>{kind}, in {container}</source>
        <translation>{container}中的{kind}</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>Activity over time</source>
        <translation>活動時間分布</translation>
    </message>
    <message>
        <source>People and sections</source>
        <translation>人物與章節</translation>
    </message>
    <message>
        <source>Who answers whom</source>
        <translation>誰回覆誰</translation>
    </message>
    <message>
        <source>Length of threads</source>
        <translation>討論串長度</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>留言數</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Section or page</source>
        <translation>章節或頁面</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>回覆者</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>被回覆者</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回覆數</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Begun by</source>
        <translation>發起人</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>層數</translation>
    </message>
    <message>
        <source>Last comment</source>
        <translation>最後留言</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>標註(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開啟(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste as page</source>
        <translation>貼上為頁面(&amp;P)</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>開啟範例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel the import</source>
        <translation>取消匯入(&amp;C)</translation>
    </message>
    <message>
        <source>Make this the current cop&amp;y</source>
        <translation>將此副本設為目前副本(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>匯出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全選(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find in page</source>
        <translation>在頁面中尋找(&amp;F)</translation>
    </message>
    <message>
        <source>Find in librar&amp;y</source>
        <translation>在資料庫中尋找(&amp;Y)</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <translation>前往搜尋框</translation>
    </message>
    <message>
        <source>&amp;Next hit</source>
        <translation>下一處(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious hit</source>
        <translation>上一處(&amp;V)</translation>
    </message>
    <message>
        <source>Side by &amp;side</source>
        <translation>中英對照(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Left pane</source>
        <translation>左側面板(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>標註(&amp;N)</translation>
    </message>
    <message>
        <source>Collapse or expand the &amp;thread</source>
        <translation>摺疊或展開討論串(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Collapse all threads</source>
        <translation>摺疊所有討論串(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Expand all threads</source>
        <translation>展開所有討論串(&amp;E)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>Normal si&amp;ze</source>
        <translation>正常大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Full sc&amp;reen</source>
        <translation>全螢幕(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一頁(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>下一頁(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next comment</source>
        <translation>下一則留言(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous comment</source>
        <translation>上一則留言(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;section</source>
        <translation>下一章節(&amp;S)</translation>
    </message>
    <message>
        <source>Previous s&amp;ection</source>
        <translation>上一章節(&amp;E)</translation>
    </message>
    <message>
        <source>Next reply to the same</source>
        <translation>同級的下一則回覆</translation>
    </message>
    <message>
        <source>Previous reply to the same</source>
        <translation>同級的上一則回覆</translation>
    </message>
    <message>
        <source>The comment it &amp;answers</source>
        <translation>所回覆的留言(&amp;A)</translation>
    </message>
    <message>
        <source>Back to the &amp;reply</source>
        <translation>返回該回覆(&amp;R)</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一面板</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一面板</translation>
    </message>
    <message>
        <source>&amp;Highlight the words</source>
        <translation>醒目提示選取文字(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Write a note</source>
        <translation>寫標註(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>標籤(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Yellow</source>
        <translation>黃色(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Green</source>
        <translation>綠色(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Blue</source>
        <translation>藍色(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Pink</source>
        <translation>粉紅色(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Orange</source>
        <translation>橘色(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Show the note here</source>
        <translation>顯示此處的標註(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Delete the note</source>
        <translation>刪除標註(&amp;D)</translation>
    </message>
    <message>
        <source>Warnin&amp;gs of this page…</source>
        <translation>本頁的警告(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;About talkreader</source>
        <translation>關於 talkreader(&amp;A)</translation>
    </message>
    <message>
        <source>Copy with &amp;source</source>
        <translation>連同出處複製(&amp;S)</translation>
    </message>
    <message>
        <source>Recent pa&amp;ges…</source>
        <translation>最近開啟的頁面(&amp;G)…</translation>
    </message>
    <message>
        <source>Title and &amp;wiki of this page…</source>
        <translation>本頁的標題與維基(&amp;W)…</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown quotation</source>
        <translation>複製為 Markdown 引文(&amp;M)</translation>
    </message>
    <message>
        <source>Copy reference as &amp;BibTeX</source>
        <translation>複製 BibTeX 參考文獻(&amp;B)</translation>
    </message>
    <message>
        <source>Copy reference as CSL-&amp;JSON</source>
        <translation>複製 CSL-JSON 參考文獻(&amp;J)</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>複製連結(&amp;L)</translation>
    </message>
    <message>
        <source>Collapse or expand the threads &amp;beside it</source>
        <translation>摺疊或展開同層的討論串(&amp;B)</translation>
    </message>
    <message>
        <source>Collapse or expand this le&amp;vel everywhere</source>
        <translation>摺疊或展開全頁的這一層(&amp;V)</translation>
    </message>
    <message>
        <source>Next comment by the sa&amp;me person</source>
        <translation>同一人的下一則留言(&amp;M)</translation>
    </message>
    <message>
        <source>Previous comment by the same person</source>
        <translation>同一人的上一則留言</translation>
    </message>
    <message>
        <source>&amp;Pictures…</source>
        <translation>圖表(&amp;P)…</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>下一個分頁(&amp;X)</translation>
    </message>
    <message>
        <source>Previous &amp;tab</source>
        <translation>上一個分頁(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;New tab</source>
        <translation>新增分頁(&amp;N)</translation>
    </message>
    <message>
        <source>Close &amp;tab</source>
        <translation>關閉分頁(&amp;T)</translation>
    </message>
    <message>
        <source>Open closed tab &amp;again</source>
        <translation>重新開啟關閉的分頁(&amp;A)</translation>
    </message>
    <message>
        <source>Next ne&amp;w comment</source>
        <translation>下一則新留言(&amp;W)</translation>
    </message>
    <message>
        <source>Previous new comment</source>
        <translation>上一則新留言</translation>
    </message>
    <message>
        <source>Mark as &amp;read or not read</source>
        <translation>標為已讀或未讀(&amp;R)</translation>
    </message>
    <message>
        <source>Mark &amp;all as read</source>
        <translation>全部標為已讀(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Go to anything…</source>
        <translation>前往任意位置(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Understand this page anew</source>
        <translation>重新解析本頁(&amp;U)</translation>
    </message>
    <message>
        <source>Understand a&amp;ll pages anew</source>
        <translation>重新解析所有頁面(&amp;L)</translation>
    </message>
    <message>
        <source>Co&amp;mmands…</source>
        <translation>命令面板(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>按鍵(&amp;K)…</translation>
    </message>
    <message>
        <source>Correct who &amp;wrote it…</source>
        <translation>更正作者(&amp;W)…</translation>
    </message>
    <message>
        <source>Correct what it a&amp;nswers…</source>
        <translation>更正回覆對象(&amp;N)…</translation>
    </message>
    <message>
        <source>Spl&amp;it before the cursor…</source>
        <translation>在游標前拆分(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Join with the comment before</source>
        <translation>與前一則留言合併(&amp;J)</translation>
    </message>
    <message>
        <source>Take &amp;back its corrections</source>
        <translation>撤銷對它的更正(&amp;B)</translation>
    </message>
    <message>
        <source>Print or save as PD&amp;F…</source>
        <translation>列印或存為 PDF(&amp;F)…</translation>
    </message>
    <message>
        <source>By ti&amp;me</source>
        <translation>依時間(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;ource of the comment</source>
        <translation>留言的原始碼(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Dictionary</source>
        <translation>詞典(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Everything this person said…</source>
        <translation>此人的全部發言(&amp;E)…</translation>
    </message>
    <message>
        <source>Sho&amp;w only</source>
        <translation>只顯示(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Only comments with hits</source>
        <translation>只顯示有符合的留言(&amp;O)</translation>
    </message>
    <message>
        <source>Only comments by the same &amp;person</source>
        <translation>同一人的留言(&amp;P)</translation>
    </message>
    <message>
        <source>Only comments with &amp;notes</source>
        <translation>有標註的留言(&amp;N)</translation>
    </message>
    <message>
        <source>Only n&amp;ew comments</source>
        <translation>新留言(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Hide comments that only agree or thank</source>
        <translation>隱藏僅表示贊同或感謝的留言(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Re-attach to the selection</source>
        <translation>重新附到選取的文字(&amp;R)</translation>
    </message>
    <message>
        <source>H&amp;ide all highlights</source>
        <translation>隱藏全部醒目提示(&amp;I)</translation>
    </message>
    <message>
        <source>Write a note on this se&amp;ction</source>
        <translation>為本章節寫標註(&amp;C)</translation>
    </message>
    <message>
        <source>Write a note on the p&amp;age</source>
        <translation>為本頁寫標註(&amp;A)</translation>
    </message>
    <message>
        <source>T&amp;ranslation</source>
        <translation>翻譯(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Translate the sentence…</source>
        <translation>翻譯此句(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Confirm the translation</source>
        <translation>確認譯文(&amp;C)</translation>
    </message>
    <message>
        <source>These do &amp;not translate each other</source>
        <translation>兩者並非互譯(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Join with the next pair</source>
        <translation>與下一對合併(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Part at the first sentence</source>
        <translation>在第一句處拆開(&amp;P)</translation>
    </message>
    <message>
        <source>Pair with the sentence &amp;before</source>
        <translation>改與前一句配對(&amp;B)</translation>
    </message>
    <message>
        <source>Pair with the sentence &amp;after</source>
        <translation>改與後一句配對(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Unfold the translation here</source>
        <translation>展開此處的譯文(&amp;U)</translation>
    </message>
    <message>
        <source>Unfold a&amp;ll translations of the page</source>
        <translation>展開本頁全部譯文(&amp;L)</translation>
    </message>
    <message>
        <source>Copy the &amp;original of the comment</source>
        <translation>複製留言的原文(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the t&amp;ranslation of the comment</source>
        <translation>複製留言的譯文(&amp;R)</translation>
    </message>
    <message>
        <source>Take translations from a &amp;file…</source>
        <translation>從檔案取得譯文(&amp;F)…</translation>
    </message>
    <message>
        <source>Show Chinese in the next &amp;script</source>
        <translation>切換繁簡顯示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Draft the comment by machine</source>
        <translation>用機器起草此留言的譯文(&amp;D)</translation>
    </message>
    <message>
        <source>Draft the pa&amp;ge by machine</source>
        <translation>用機器起草整頁的譯文(&amp;G)</translation>
    </message>
    <message>
        <source>Add a translation &amp;machine…</source>
        <translation>新增翻譯引擎(&amp;M)…</translation>
    </message>
    <message>
        <source>Forget the mach&amp;ines</source>
        <translation>移除已新增的翻譯引擎(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Import a folder or a dump…</source>
        <translation>匯入資料夾或傾印檔(&amp;I)…</translation>
    </message>
    <message>
        <source>Pa&amp;use the import</source>
        <translation>暫停匯入(&amp;U)</translation>
    </message>
    <message>
        <source>I&amp;mports and their reports…</source>
        <translation>匯入記錄與報告(&amp;M)…</translation>
    </message>
    <message>
        <source>Collapse, or &amp;up to what it answers</source>
        <translation>摺疊，或回到所回覆的留言(&amp;U)</translation>
    </message>
    <message>
        <source>Expand, or down to the &amp;first reply</source>
        <translation>展開，或前往第一則回覆(&amp;F)</translation>
    </message>
    <message>
        <source>Nothing but the te&amp;xt</source>
        <translation>只看內文(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Changes between two copies…</source>
        <translation>兩份副本之間的變化(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Versions of the comment…</source>
        <translation>留言的各個版本(&amp;V)…</translation>
    </message>
    <message>
        <source>Translation m&amp;emory…</source>
        <translation>翻譯記憶(&amp;E)…</translation>
    </message>
    <message>
        <source>S&amp;hare notes…</source>
        <translation>分享標註(&amp;H)…</translation>
    </message>
    <message>
        <source>Ta&amp;ke in notes…</source>
        <translation>併入標註(&amp;K)…</translation>
    </message>
    <message>
        <source>Bac&amp;kups and repair…</source>
        <translation>備份與修復(&amp;K)…</translation>
    </message>
    <message>
        <source>Cod&amp;e the words…</source>
        <translation>為文字編碼(&amp;E)…</translation>
    </message>
    <message>
        <source>Codeboo&amp;k</source>
        <translation>編碼簿(&amp;K)</translation>
    </message>
    <message>
        <source>Notes in the mar&amp;gin</source>
        <translation>頁邊的標註(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Next note on these words</source>
        <translation>這些文字上的下一則標註(&amp;N)</translation>
    </message>
    <message>
        <source>Glossar&amp;y…</source>
        <translation>詞彙表(&amp;Y)…</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Annotation {number} cannot be read ({reason}). No note was imported; export the notes again, or take this one out of the file.</source>
        <translation>無法讀取第 {number} 則標註（{reason}）。沒有匯入任何標註；請重新匯出，或從檔案中去掉這一則。</translation>
    </message>
    <message>
        <source>Another program is writing {path}: wait until it has finished and try again.</source>
        <translation>另一個程式正在寫入 {path}：請等它完成後再試。</translation>
    </message>
    <message>
        <source>Bytes {start} to {end} of the packed file are damaged ({reason}): of their pages, those after this one were left out, and those up to it may have mistakes</source>
        <translation>壓縮檔的第 {start} 至 {end} 位元組已損壞（{reason}）：其中排在這一頁之後的頁面已略過，這一頁及之前的可能有錯</translation>
    </message>
    <message>
        <source>Bytes {start} to {end} of the packed file are damaged: the lines in them, which follow this one, were left out</source>
        <translation>壓縮檔的第 {start} 至 {end} 位元組已損壞：其中排在此行之後的各行已略過</translation>
    </message>
    <message>
        <source>No page “{page}” in this library; talkreader stats lists them</source>
        <translation>資料庫中沒有頁面「{page}」；talkreader stats 會列出所有頁面</translation>
    </message>
    <message>
        <source>Nothing of this is written as {ending}: end the name of the file with {endings}</source>
        <translation>不能寫成 {ending}：請讓檔名以 {endings} 結尾</translation>
    </message>
    <message>
        <source>Nothing of this is written as {ending}: end the name of the file with {endings}, or say with --as what it is to be</source>
        <translation>不能寫成 {ending}：請讓檔名以 {endings} 結尾，或用 --as 指定格式</translation>
    </message>
    <message>
        <source>The answer has no text of this page; ask the wiki for it again</source>
        <translation>回應中沒有此頁的文字；請再向該維基取得</translation>
    </message>
    <message>
        <source>The disk is full, so {path} could not be written: nothing stored before is harmed; make room and try again.</source>
        <translation>磁碟已滿，無法寫入 {path}：以前儲存的內容沒有受損；請騰出空間後再試。</translation>
    </message>
    <message>
        <source>The disk refused to read or write {path}: check the disk and try again.</source>
        <translation>磁碟拒絕讀寫 {path}：請檢查磁碟後再試。</translation>
    </message>
    <message>
        <source>The export cannot be written to {path} ({reason}); choose another folder or free some space, and export again.</source>
        <translation>無法把匯出內容寫入 {path}（{reason}）；請另選資料夾或騰出空間，然後重新匯出。</translation>
    </message>
    <message>
        <source>The export is broken here ({reason}, byte {offset}); the page was left out</source>
        <translation>匯出檔在這裡有損壞（{reason}，位元組 {offset}）；此頁已略過</translation>
    </message>
    <message>
        <source>The model {path} cannot be loaded ({reason}); it may be cut off or made for another version.</source>
        <translation>無法載入模型 {path}（{reason}）；它可能不完整，或是為其他版本製作的。</translation>
    </message>
    <message>
        <source>The model {path} cannot translate this ({reason}).</source>
        <translation>模型 {path} 無法翻譯這段文字（{reason}）。</translation>
    </message>
    <message>
        <source>The notes cannot be read: this is not JSON ({reason}). Choose a .jsonld file.</source>
        <translation>無法讀取標註：這不是 JSON（{reason}）。請選擇 .jsonld 檔案。</translation>
    </message>
    <message>
        <source>The output cannot be written ({reason})</source>
        <translation>無法寫出輸出（{reason}）</translation>
    </message>
    <message>
        <source>The translation machine {name} stopped without an answer; nothing else was harmed. Try again, or with a shorter text.</source>
        <translation>翻譯機 {name} 沒有回應就停止了；其他內容未受影響。請再試一次，或換一段較短的文字。</translation>
    </message>
    <message>
        <source>The web archive is damaged here ({reason}); the page was left out</source>
        <translation>網頁封存檔在這裡有損壞（{reason}）；此頁已略過</translation>
    </message>
    <message>
        <source>The wiki has no page of this title</source>
        <translation>該維基沒有這個標題的頁面</translation>
    </message>
    <message>
        <source>There are no notes in this zip file; choose a .talknotes or .jsonld file.</source>
        <translation>這個 zip 檔案裡沒有標註；請選擇 .talknotes 或 .jsonld 檔案。</translation>
    </message>
    <message>
        <source>There are no notes in {folder}</source>
        <translation>{folder} 中沒有標註</translation>
    </message>
    <message>
        <source>There can be no library in {folder}: choose a folder that can be written.</source>
        <translation>無法在 {folder} 建立資料庫：請選擇可寫入的資料夾。</translation>
    </message>
    <message>
        <source>There is no backup {backup}; talkreader restore lists them</source>
        <translation>沒有備份 {backup}；talkreader restore 會列出所有備份</translation>
    </message>
    <message>
        <source>There is no field “{name}:”; did you mean {other}: ?</source>
        <translation>沒有「{name}:」這個欄位；您是不是要用 {other}:？</translation>
    </message>
    <message>
        <source>There is no field “{name}:”; put it in quotation marks to search for the words.</source>
        <translation>沒有「{name}:」這個欄位；若要搜尋這些文字，請加上引號。</translation>
    </message>
    <message>
        <source>There is no form “{form}” for this: use {forms}</source>
        <translation>沒有「{form}」這種格式：可用的有 {forms}</translation>
    </message>
    <message>
        <source>There is no library in {folder} yet; talkreader import FILE makes one</source>
        <translation>{folder} 中還沒有資料庫；talkreader import 檔案 可以建立一個</translation>
    </message>
    <message>
        <source>There is no library in {folder}, and none can be made there: choose a folder that can be written.</source>
        <translation>{folder} 中沒有資料庫，也無法在那裡建立：請選擇可寫入的資料夾。</translation>
    </message>
    <message>
        <source>There is nothing after AND.</source>
        <translation>AND 之後沒有內容。</translation>
    </message>
    <message>
        <source>There is nothing between these quotation marks.</source>
        <translation>引號之間沒有內容。</translation>
    </message>
    <message>
        <source>There is nothing in these parentheses.</source>
        <translation>括號裡沒有內容。</translation>
    </message>
    <message>
        <source>There is nothing to search for beside {sign}.</source>
        <translation>{sign} 旁邊沒有要搜尋的內容。</translation>
    </message>
    <message>
        <source>These terms cannot be read ({reason}); the file may be cut off.</source>
        <translation>無法讀取這些術語（{reason}）；檔案可能不完整。</translation>
    </message>
    <message>
        <source>This copy ends in the middle and lacks comments; the stored copy, which has {count}, stays the current one</source>
        <translation>此副本中途結束，缺少部分留言；已存的副本有 {count} 則留言，仍為目前副本</translation>
    </message>
    <message>
        <source>This copy has no signed comments; the stored copy, which has {count}, stays the current one</source>
        <translation>此副本中沒有帶簽名的留言；已存的副本有 {count} 則留言，仍為目前副本</translation>
    </message>
    <message>
        <source>This file does not say in which encoding it is; it was read as {encoding}, which is a guess</source>
        <translation>此檔案沒有註明編碼；已按 {encoding} 讀取，這只是推測</translation>
    </message>
    <message>
        <source>This file says that it is in {encoding}, but it is in UTF-8, and was read as that</source>
        <translation>此檔案宣稱其編碼為 {encoding}，但實際是 UTF-8，已按 UTF-8 讀取</translation>
    </message>
    <message>
        <source>This line has more than {limit} MB, which no record has; it was left out</source>
        <translation>此行超過 {limit} MB，沒有記錄會這麼長；此行已略過</translation>
    </message>
    <message>
        <source>This line is no JSON object and was left out</source>
        <translation>此行不是 JSON 物件，已略過</translation>
    </message>
    <message>
        <source>This page has more than {limit} MB of text, which no wiki keeps; it was left out (byte {offset})</source>
        <translation>此頁的文字超過 {limit} MB，沒有維基會存這麼長的頁面；此頁已略過（位元組 {offset}）</translation>
    </message>
    <message>
        <source>This parenthesis closes nothing.</source>
        <translation>這個括號沒有對應的左括號。</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>括號沒有閉合。</translation>
    </message>
    <message>
        <source>This quotation mark is not closed.</source>
        <translation>引號沒有閉合。</translation>
    </message>
    <message>
        <source>This quotation mark is not closed; all behind it was taken for one phrase.</source>
        <translation>這個引號沒有閉合；其後的文字全部當作一個片語。</translation>
    </message>
    <message>
        <source>This regular expression has a mistake: {reason}.</source>
        <translation>正規表示式有誤：{reason}。</translation>
    </message>
    <message>
        <source>This table cannot be read ({reason}); export it again as CSV.</source>
        <translation>無法讀取此表格（{reason}）；請重新匯出為 CSV。</translation>
    </message>
    <message>
        <source>Too many parentheses stand in each other here.</source>
        <translation>這裡的括號巢狀層數過多。</translation>
    </message>
    <message>
        <source>Translation models need two more packages; install them with: pip install &apos;talkreader[mt]&apos;</source>
        <translation>翻譯模型還需要兩個套件；請用以下指令安裝：pip install &apos;talkreader[mt]&apos;</translation>
    </message>
    <message>
        <source>has: knows only “note”, not “{value}”.</source>
        <translation>has: 只能用「note」，不能用「{value}」。</translation>
    </message>
    <message>
        <source>{count} more lines of this file were left out</source>
        <translation>此檔案中另有 {count} 行已略過</translation>
    </message>
    <message>
        <source>{name}: needs a value after the colon.</source>
        <translation>{name}: 的冒號後需要一個值。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); check the disk or copy the file again</source>
        <translation>無法讀取 {path}（{reason}）；請檢查磁碟或重新複製檔案</translation>
    </message>
    <message>
        <source>{path} cannot be unpacked ({reason}); unpack it with another program</source>
        <translation>{path} 無法解壓縮（{reason}）；請用其他程式解壓縮</translation>
    </message>
    <message>
        <source>{path} cannot be written: check the rights of its folder, or choose another library.</source>
        <translation>無法寫入 {path}：請檢查所在資料夾的權限，或另選資料庫。</translation>
    </message>
    <message>
        <source>{path} declares a document type, which no MediaWiki export does and which can be used to attack a reader; get the export again from the wiki itself</source>
        <translation>{path} 宣告了文件類型；MediaWiki 匯出檔不會這樣做，它可能被用來攻擊閱讀程式；請從維基本身重新匯出</translation>
    </message>
    <message>
        <source>{path} declares a document type, which no answer of a wiki does and which can be used to attack a reader; save the answer again from the wiki itself</source>
        <translation>{path} 宣告了文件類型；維基的回應不會這樣做，它可能被用來攻擊閱讀程式；請從維基本身重新儲存回應</translation>
    </message>
    <message>
        <source>{path} does not say its languages; name the one it reads and the one it writes.</source>
        <translation>{path} 沒有說明語言；請指定它讀取和寫出的語言。</translation>
    </message>
    <message>
        <source>{path} has no line that is a JSON object; get the file again</source>
        <translation>{path} 沒有一行是 JSON 物件；請重新取得檔案</translation>
    </message>
    <message>
        <source>{path} holds a 7z archive inside another packing; unpack it first</source>
        <translation>{path} 在另一層壓縮中含有 7z 壓縮檔；請先解壓縮</translation>
    </message>
    <message>
        <source>{path} holds a zip archive inside another packing; unpack it first</source>
        <translation>{path} 在另一層壓縮中含有 zip 壓縮檔；請先解壓縮</translation>
    </message>
    <message>
        <source>{path} holds an answer of {address} that cannot be unpacked ({reason}); save that page itself</source>
        <translation>{path} 中 {address} 的回應無法解壓縮（{reason}）；請直接儲存該頁面</translation>
    </message>
    <message>
        <source>{path} holds an answer of {address} with more than {limit} MB, which no talk page is</source>
        <translation>{path} 中 {address} 的回應超過 {limit} MB，不可能是討論頁</translation>
    </message>
    <message>
        <source>{path} holds no talk page: {count} files were looked at; choose a container with saved pages or an export</source>
        <translation>{path} 中沒有討論頁：已查看 {count} 個檔案；請選擇含有已儲存頁面或匯出檔的壓縮檔</translation>
    </message>
    <message>
        <source>{path} holds nothing but blanks; copy the page again</source>
        <translation>{path} 只有空白；請重新複製頁面</translation>
    </message>
    <message>
        <source>{path} holds nothing but zero bytes; copy or download the file again</source>
        <translation>{path} 只有零位元組；請重新複製或下載檔案</translation>
    </message>
    <message>
        <source>{path} holds only the numbers of Structured Discussions boards, not what was said on them; save the boards as web pages instead</source>
        <translation>{path} 只含有結構式討論版面的編號，沒有討論內容；請把這些版面儲存為網頁</translation>
    </message>
    <message>
        <source>{path} is a 7z archive of {count} files; unpack it and open the files</source>
        <translation>{path} 是含有 {count} 個檔案的 7z 壓縮檔；請解壓縮後開啟其中的檔案</translation>
    </message>
    <message>
        <source>{path} is a 7z archive with nothing in it</source>
        <translation>{path} 是空的 7z 壓縮檔</translation>
    </message>
    <message>
        <source>{path} is a DiscussionTools answer without the comments; ask for prop=threaditemshtml</source>
        <translation>{path} 是沒有留言的 DiscussionTools 回應；請使用 prop=threaditemshtml</translation>
    </message>
    <message>
        <source>{path} is a Structured Discussions board, which cannot be read yet; look for the wikitext page that the wiki moved the board to, and save that</source>
        <translation>{path} 是結構式討論版面，目前還無法讀取；請找到維基移動該版面後的維基文字頁面並儲存</translation>
    </message>
    <message>
        <source>{path} is a container inside a container; unpack it and open what comes out</source>
        <translation>{path} 是壓縮檔裡的壓縮檔；請解壓縮後開啟其中的檔案</translation>
    </message>
    <message>
        <source>{path} is a device or a pipe; save its contents to a file and open that</source>
        <translation>{path} 是裝置或管線；請把內容儲存為檔案再開啟</translation>
    </message>
    <message>
        <source>{path} is a folder; choose the files in it</source>
        <translation>{path} 是資料夾；請選擇其中的檔案</translation>
    </message>
    <message>
        <source>{path} is a list of LiquidThreads threads without their text; save the talk page as a web page instead</source>
        <translation>{path} 是沒有內文的 LiquidThreads 討論串清單；請把討論頁儲存為網頁</translation>
    </message>
    <message>
        <source>{path} is a list of records (JSON lines), which cannot be read yet; save the talk page itself, or an XML export</source>
        <translation>{path} 是記錄清單（JSON Lines），目前還無法讀取；請儲存討論頁本身或 XML 匯出檔</translation>
    </message>
    <message>
        <source>{path} is a stub dump: it lists the revisions, and there is no text in this file; download the file with “pages-articles” or “pages-meta-current” in its name</source>
        <translation>{path} 是只列出修訂版本的存根傾印檔，沒有內文；請下載檔名含「pages-articles」或「pages-meta-current」的檔案</translation>
    </message>
    <message>
        <source>{path} is a web archive that is broken in the middle ({reason}); pages kept: {count}; get the whole file again for the rest</source>
        <translation>網頁封存檔 {path} 中間有損壞（{reason}）；保留的頁面：{count}；其餘部分請重新取得完整檔案</translation>
    </message>
    <message>
        <source>{path} is a web archive without a web page in it ({count} other records); choose another one</source>
        <translation>網頁封存檔 {path} 中沒有網頁（另有 {count} 筆記錄）；請選擇其他封存檔</translation>
    </message>
    <message>
        <source>{path} is a zip archive with nothing in it; get the file again</source>
        <translation>zip 壓縮檔 {path} 是空的；請重新取得檔案</translation>
    </message>
    <message>
        <source>{path} is an MHTML file without a web page in it; save the page again</source>
        <translation>MHTML 檔案 {path} 中沒有網頁；請重新儲存頁面</translation>
    </message>
    <message>
        <source>{path} is an Office document, a book or a program, not a talk page; save the page itself as a web page or as text</source>
        <translation>{path} 是 Office 文件、電子書或程式，不是討論頁；請將頁面本身儲存為網頁或文字</translation>
    </message>
    <message>
        <source>{path} is an action=parse answer without the page&apos;s text; ask for prop=text</source>
        <translation>{path} 是沒有頁面內文的 action=parse 回應；請使用 prop=text</translation>
    </message>
    <message>
        <source>{path} is an action=query answer without the text of a page; ask for prop=revisions&amp;rvprop=content&amp;rvslots=main</source>
        <translation>{path} 是沒有頁面內文的 action=query 回應；請使用 prop=revisions&amp;rvprop=content&amp;rvslots=main</translation>
    </message>
    <message>
        <source>{path} is an error message of the wiki, not a page ({info}); ask the wiki again</source>
        <translation>{path} 是維基的錯誤訊息，不是頁面（{info}）；請重新向維基請求</translation>
    </message>
    <message>
        <source>{path} is an export without a page in it; check the titles that were exported</source>
        <translation>{path} 是沒有頁面的匯出檔；請檢查所匯出的標題</translation>
    </message>
    <message>
        <source>{path} is broken in the middle ({reason}); lines and pages left out: {named}; pages kept: {count}; get the whole file again for the rest</source>
        <translation>{path} 中間有損壞（{reason}）；略去的行和頁面：{named}；已保留 {count} 個頁面，其餘部分請重新取得完整檔案</translation>
    </message>
    <message>
        <source>{path} is cut off after {bytes} bytes of its contents; get the whole file again</source>
        <translation>{path} 的內容在 {bytes} 位元組後中斷；請重新取得完整檔案</translation>
    </message>
    <message>
        <source>{path} is cut off or broken JSON (line {line}, column {column}); pages kept: {count}; save the answer again for the rest</source>
        <translation>{path} 是不完整或損壞的 JSON（第 {line} 列第 {column} 欄）；已保留的頁面：{count}；其餘內容請重新儲存該回應</translation>
    </message>
    <message>
        <source>{path} is cut off or broken JSON (line {line}, column {column}); save the answer again</source>
        <translation>{path} 是中斷或損壞的 JSON（第 {line} 列第 {column} 欄）；請重新儲存回應</translation>
    </message>
    <message>
        <source>{path} is cut off or broken XML ({reason}); pages kept: {count}; save the answer again for the rest</source>
        <translation>{path} 是中斷或損壞的 XML（{reason}）；已保留的頁面：{count}；其餘內容請重新儲存回應</translation>
    </message>
    <message>
        <source>{path} is cut off or broken XML ({reason}); save the answer again</source>
        <translation>{path} 是中斷或損壞的 XML（{reason}）；請重新儲存回應</translation>
    </message>
    <message>
        <source>{path} is damaged after {bytes} bytes of its contents ({reason}); get the file again</source>
        <translation>{path} 的內容在 {bytes} 位元組後損壞（{reason}）；請重新取得檔案</translation>
    </message>
    <message>
        <source>{path} is damaged and has no backup: move it away and import the files again.</source>
        <translation>{path} 已損壞且沒有備份：請把它移走並重新匯入檔案。</translation>
    </message>
    <message>
        <source>{path} is damaged: restore its backup {backup}.</source>
        <translation>{path} 已損壞：請還原備份 {backup}。</translation>
    </message>
    <message>
        <source>{path} is empty; copy or download the file again</source>
        <translation>{path} 是空檔案；請重新複製或下載</translation>
    </message>
    <message>
        <source>{path} is empty; copy the page again</source>
        <translation>{path} 是空的；請重新複製頁面</translation>
    </message>
    <message>
        <source>{path} is locked with a password; unpack it and open what comes out</source>
        <translation>{path} 有密碼保護；請先解壓縮，再開啟其中的檔案</translation>
    </message>
    <message>
        <source>{path} is locked, or packed in a way that is not known; get the whole file again, unpack it and open what comes out</source>
        <translation>{path} 有密碼，或壓縮方式未知；請重新取得完整的檔案，解壓縮後再開啟其中的內容</translation>
    </message>
    <message>
        <source>{path} is named like a packed dump, and holds a web page or a text, as when a download fails; get it again</source>
        <translation>{path} 的名稱是壓縮的轉儲檔，內容卻是網頁或文字，可能是下載失敗；請重新下載</translation>
    </message>
    <message>
        <source>{path} is nested deeper than any answer of a wiki; save the page as a web page instead</source>
        <translation>{path} 的巢狀層次比任何維基回應都深；請把頁面儲存為網頁</translation>
    </message>
    <message>
        <source>{path} is no CTranslate2 model: {missing} is missing in it.</source>
        <translation>{path} 不是 CTranslate2 模型：其中缺少 {missing}。</translation>
    </message>
    <message>
        <source>{path} is no translation package: {missing} is missing in it.</source>
        <translation>{path} 不是翻譯套件：其中缺少 {missing}。</translation>
    </message>
    <message>
        <source>{path} is not text; save the talk page as a web page, as text or as an XML export</source>
        <translation>{path} 不是文字檔；請把討論頁儲存為網頁、文字檔或 XML 匯出檔</translation>
    </message>
    <message>
        <source>{path} is not there (any more); look where it went</source>
        <translation>{path} 不存在（或已移走）；請尋找它的去向</translation>
    </message>
    <message>
        <source>{path} is one document of more than {limit} MB, which no talk page is; split it, or open the dump it came from</source>
        <translation>{path} 是超過 {limit} MB 的單一文件，討論頁不會這麼大；請拆分它，或開啟它所來自的傾印檔</translation>
    </message>
    <message>
        <source>{path} is open for reading only: choose a library in a folder that can be written.</source>
        <translation>{path} 以唯讀方式開啟：請選擇位於可寫入資料夾中的資料庫。</translation>
    </message>
    <message>
        <source>{path} is packed more than {layers} times over; unpack it first</source>
        <translation>{path} 的壓縮超過 {layers} 層；請先解壓縮</translation>
    </message>
    <message>
        <source>{path} is the index of a dump, a list of titles; open the dump itself, the large file with “multistream” and without “index” in its name</source>
        <translation>{path} 是傾印檔的索引，即標題清單；請開啟傾印檔本身，即檔名含「multistream」而不含「index」的大檔案</translation>
    </message>
    <message>
        <source>{path} is {what}, not a talk page; save the page itself as a web page or as text</source>
        <translation>{path} 是 {what}，不是討論頁；請把頁面本身儲存為網頁或文字檔</translation>
    </message>
    <message>
        <source>{path} lists more files than a reader should hold in memory; unpack it and open the folder</source>
        <translation>{path} 列出的檔案太多，無法放進記憶體；請解壓縮後開啟資料夾</translation>
    </message>
    <message>
        <source>{path} may not be read; ask its owner, or change its permissions</source>
        <translation>沒有讀取 {path} 的權限；請聯絡其擁有者，或變更權限</translation>
    </message>
    <message>
        <source>{path} says that it is written in “{name}”, an encoding that is not known; convert it to UTF-8</source>
        <translation>{path} 聲稱使用「{name}」編碼，但無法識別該編碼；請轉換為 UTF-8</translation>
    </message>
    <message>
        <source>{path} unpacks to more than {ratio} times its size and is not trusted; unpack it with another program and open what comes out</source>
        <translation>{path} 解壓縮後超過原大小的 {ratio} 倍，不可信任；請用其他程式解壓縮，再開啟其中的檔案</translation>
    </message>
    <message>
        <source>{path} unpacks to nothing; download the file again</source>
        <translation>{path} 解壓縮後沒有內容；請重新下載</translation>
    </message>
    <message>
        <source>{path} unpacks to {size} MB, far more than its packed size can hold, and is not trusted; unpack it with another program and open what comes out</source>
        <translation>{path} 解壓縮後有 {size} MB，遠超其壓縮大小所能容納，不可信任；請用其他程式解壓縮後開啟其中的檔案</translation>
    </message>
    <message>
        <source>{path} was made by a later version of talkreader (format {found}, this one knows {known}): install that version; nothing was changed.</source>
        <translation>{path} 由更新版本的 talkreader 建立（格式 {found}，本版本只認識 {known}）：請安裝該版本；沒有做任何變更。</translation>
    </message>
    <message>
        <source>{path} was made by an earlier version of talkreader and must be brought up to date, but it cannot be written: copy the folder to a disk that can.</source>
        <translation>{path} 由較早版本的 talkreader 建立，需要更新，但無法寫入：請把資料夾複製到可寫入的磁碟。</translation>
    </message>
    <message>
        <source>{path} would unpack to {size} GB; that is no translation model.</source>
        <translation>{path} 解壓縮後將有 {size} GB，不會是翻譯模型。</translation>
    </message>
    <message>
        <source>{path}: the page “{title}” has more than {limit} MB of text, which no wiki keeps, and was left out; pages kept: {count}</source>
        <translation>{path}：頁面「{title}」的文字超過 {limit} MB，沒有維基會存這麼長的頁面，已略過；保留的頁面：{count}</translation>
    </message>
    <message>
        <source>“{page}” names {count} pages; say the number of one: {pages}</source>
        <translation>「{page}」對應 {count} 個頁面；請給出其中一個的編號：{pages}</translation>
    </message>
    <message>
        <source>“{value}” is no date; write it like 2021, 2021-09 or 2021-09-14.</source>
        <translation>「{value}」不是日期；請寫成 2021、2021-09 或 2021-09-14 的形式。</translation>
    </message>
    <message>
        <source>“{value}” is no language code; write it like zh or en.</source>
        <translation>「{value}」不是語言代碼；請寫成 zh 或 en 的形式。</translation>
    </message>
    <message>
        <source>{path} cannot be written: check the rights of its folder, or choose another place.</source>
        <translation>無法寫入 {path}：請檢查資料夾的權限，或選擇其他位置。</translation>
    </message>
    <message>
        <source>A code of this codebook has a name of more than {limit} characters, with what it stands under; shorten it in the program that wrote the file.</source>
        <translation>此編碼簿中有一個編碼的名稱（連同其上級）超過 {limit} 個字元；請在寫出此檔案的程式中縮短。</translation>
    </message>
    <message>
        <source>A part of the dump is missing before this file: the pages with the numbers {start} to {end}; get it as well</source>
        <translation>此檔案之前缺少傾印檔的一部分：編號 {start} 至 {end} 的頁面；請補上那一部分</translation>
    </message>
    <message>
        <source>A search has {count} words and fields at most; a longer text is found in quotation marks.</source>
        <translation>一次搜尋最多包含 {count} 個詞語和欄位；較長的文字請放在引號中尋找。</translation>
    </message>
    <message>
        <source>Bytes {start} to {end} of the packed file are damaged ({reason}): of their pages, this one and those after it were left out, and those before it may have mistakes</source>
        <translation>壓縮檔的第 {start} 至 {end} 位元組已損壞（{reason}）：其中這一頁及之後的頁面已略過，之前的可能有錯</translation>
    </message>
    <message>
        <source>The file could not be read because of a mistake of talkreader ({reason}); the pages stored before are whole</source>
        <translation>talkreader 本身出錯，無法讀取該檔案（{reason}）；先前存入的頁面完好無損</translation>
    </message>
    <message>
        <source>The page “{title}” could not be understood ({reason}), which is a mistake of talkreader; the other pages were read</source>
        <translation>無法解析頁面「{title}」（{reason}），這是 talkreader 的錯誤；其他頁面已讀取</translation>
    </message>
    <message>
        <source>The process that reads the file ended unexpectedly (code {code}); the pages stored before are whole, import the file again to go on where it stopped</source>
        <translation>讀取檔案的程序意外結束（代碼 {code}）；先前存入的頁面完好無損，重新匯入該檔案即可從中斷處繼續</translation>
    </message>
    <message>
        <source>There is no import {number} in this library; talkreader imports lists them</source>
        <translation>資料庫中沒有編號為 {number} 的匯入；可用 talkreader imports 列出</translation>
    </message>
    <message>
        <source>These translations cannot be read ({reason}); the file may be cut off.</source>
        <translation>無法讀取這些譯文（{reason}）；檔案可能不完整。</translation>
    </message>
    <message>
        <source>This is no file of translations that can be read: use TMX or XLIFF.</source>
        <translation>這不是可讀取的譯文檔案：請使用 TMX 或 XLIFF。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>無法讀取 {path}（{reason}）。</translation>
    </message>
    <message>
        <source>This table holds no glossary: its first line must name the columns en and zh-hans or zh-hant.</source>
        <translation>此表格不含詞彙表：首行必須有 en 以及 zh-hans 或 zh-hant 欄。</translation>
    </message>
    <message>
        <source>No history of “{page}” in this library; import an export with all revisions</source>
        <translation>此資料庫中沒有「{page}」的歷史；請匯入含有全部修訂版本的匯出檔</translation>
    </message>
    <message>
        <source>{path} is a dump of Structured Discussions without a board in it</source>
        <translation>{path} 是不含版面的結構式討論傾印檔</translation>
    </message>
    <message>
        <source>{path} is an answer about Structured Discussions without a topic in it; ask for view-topiclist or view-topic</source>
        <translation>{path} 是不含話題的結構式討論回應；請要求 view-topiclist 或 view-topic</translation>
    </message>
    <message>
        <source>This bundle is too large to be read; share fewer page copies.</source>
        <translation>此標註包過大，無法讀取；請少附一些頁面副本。</translation>
    </message>
    <message>
        <source>This bundle was made by a later version of talkreader: install that version.</source>
        <translation>此標註包由更新版本的 talkreader 製作：請安裝該版本。</translation>
    </message>
    <message>
        <source>This is neither a bundle of notes nor JSON-LD; choose a .talknotes or .jsonld file.</source>
        <translation>這既不是標註包也不是 JSON-LD；請選擇 .talknotes 或 .jsonld 檔案。</translation>
    </message>
    <message>
        <source>This is no bundle of notes, or it is damaged ({reason}); ask for it again.</source>
        <translation>這不是標註包，或已損壞（{reason}）；請對方重新傳送。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason})</source>
        <translation>無法讀取 {path}（{reason}）</translation>
    </message>
    <message>
        <source>There are no notes in the scope {scope}</source>
        <translation>範圍 {scope} 裡沒有標註</translation>
    </message>
    <message>
        <source>There is no scope “{scope}”: use {scopes}</source>
        <translation>沒有「{scope}」這個範圍：請用 {scopes}</translation>
    </message>
    <message>
        <source>There is no code “{tag}”: talkreader codes lists them.</source>
        <translation>沒有編碼「{tag}」：talkreader codes 會列出所有編碼。</translation>
    </message>
    <message>
        <source>This codebook holds no code.</source>
        <translation>此編碼簿中沒有任何編碼。</translation>
    </message>
    <message>
        <source>This is no codebook: give a REFI-QDA file (.qdc, .qdpx) or a table (CSV) whose first line names the column code.</source>
        <translation>這不是編碼簿：請提供 REFI-QDA 檔案（.qdc、.qdpx），或首列含有 code 欄名的表格（CSV）。</translation>
    </message>
    <message>
        <source>“{name}:” is no field and was searched for as a word; did you mean {other}: ?</source>
        <translation>沒有「{name}:」這個欄位，已當作詞語來搜尋；您是不是要用 {other}:？</translation>
    </message>
    <message>
        <source>“{tag}” cannot stand under itself.</source>
        <translation>「{tag}」不能位於自身之下。</translation>
    </message>
    <message>
        <source>There are no such notes: choose others to share.</source>
        <translation>沒有這樣的標註：請選擇其他標註來分享。</translation>
    </message>
    <message>
        <source>{path} is JSON, but no answer of a wiki with a page in it; save the page with action=parse or action=query&amp;prop=revisions&amp;rvprop=content</source>
        <translation>{path} 是 JSON，但不是含有頁面的維基回應；請用 action=parse 或 action=query&amp;prop=revisions&amp;rvprop=content 儲存頁面</translation>
    </message>
    <message>
        <source>{path} is the history of a page, a list of its versions without their text; save the page itself (REST: …/page/TITLE/with_html)</source>
        <translation>{path} 是頁面的歷史，只有各版本的清單而沒有文字；請儲存頁面本身（REST：…/page/TITLE/with_html）</translation>
    </message>
    <message>
        <source>{path} is the history of “{title}”, a list of its versions without their text; save the page itself</source>
        <translation>{path} 是「{title}」的歷史，只有各版本的清單而沒有文字；請儲存頁面本身</translation>
    </message>
    <message>
        <source>{path} is the page information of “{title}”, not the page; save the page itself</source>
        <translation>{path} 是「{title}」的頁面資訊，不是頁面；請儲存頁面本身</translation>
    </message>
    <message>
        <source>Language models need one more package; install it with: pip install &apos;talkreader[llm]&apos;</source>
        <translation>語言模型還需要一個套件；請安裝：pip install &apos;talkreader[llm]&apos;</translation>
    </message>
    <message>
        <source>Language models run on Linux and macOS only.</source>
        <translation>語言模型只能在 Linux 和 macOS 上執行。</translation>
    </message>
    <message>
        <source>LibreTranslate at port {port} of this computer has no model for “{language}”.</source>
        <translation>本機連接埠 {port} 上的 LibreTranslate 沒有「{language}」的模型。</translation>
    </message>
    <message>
        <source>LibreTranslate does not run at port {port} of this computer; start it, or turn it off in the settings.</source>
        <translation>本機連接埠 {port} 上沒有執行 LibreTranslate；請啟動它，或在設定中將其關閉。</translation>
    </message>
    <message>
        <source>What answers at port {port} of this computer is no LibreTranslate that can be used ({reason}).</source>
        <translation>本機連接埠 {port} 上回應的不是可用的 LibreTranslate（{reason}）。</translation>
    </message>
    <message>
        <source>{path} is a zip archive that is cut off or damaged ({reason}); pages kept: {count}; get the whole file again</source>
        <translation>{path} 是不完整或已損壞的 zip 壓縮檔（{reason}）；保留的頁面：{count}；請重新取得完整的檔案</translation>
    </message>
    <message>
        <source>{path} is no translation model that can be read; choose an .argosmodel file, the folder of a CTranslate2 model or a .gguf file.</source>
        <translation>{path} 不是可讀取的翻譯模型；請選擇 .argosmodel 檔案、CTranslate2 模型的資料夾或 .gguf 檔案。</translation>
    </message>
    <message>
        <source>{path} has more than {size} MB, too many to be taken in at once; export it in parts.</source>
        <translation>{path} 超過 {size} MB，無法一次讀入；請分成幾部分匯出。</translation>
    </message>
    <message>
        <source>{path} is damaged and has no backup: “talkreader repair” saves what can still be read of it.</source>
        <translation>{path} 已損壞，且沒有備份：用「talkreader repair」可以救回其中仍可讀取的內容。</translation>
    </message>
    <message>
        <source>What this would take back was changed in another window since: take that back there first. Nothing was changed.</source>
        <translation>要復原的內容後來在另一個視窗中被更改過：請先在那裡復原。未作任何更改。</translation>
    </message>
    <message>
        <source>{path} holds no discussion: none of its pages ({count}) has a signed comment; choose an export of talk pages</source>
        <translation>{path} 含有 {count} 個頁面，但沒有討論：沒有一個頁面有簽名的留言；請選擇討論頁的匯出檔</translation>
    </message>
    <message>
        <source>{path} is a web archive that is cut off or broken ({reason}); pages kept from before that place: {count}; get the whole file again for the rest</source>
        <translation>網頁封存檔 {path} 中斷或已損壞（{reason}）；此前的 {count} 個頁面已保留，其餘部分請重新取得完整檔案</translation>
    </message>
    <message>
        <source>{path} is cut off or broken at byte {offset} ({reason}); pages kept from before that place: {count}; get the whole file again for the rest</source>
        <translation>{path} 在第 {offset} 位元組處中斷或損壞（{reason}）；此前的 {count} 個頁面已保留，其餘部分請重新取得完整檔案</translation>
    </message>
    <message>
        <source>{path} is cut off or broken ({reason}); boards kept from before that place: {count}</source>
        <translation>{path} 中斷或已損壞（{reason}）；先前的 {count} 個版面已保留</translation>
    </message>
    <message>
        <source>This table is not in UTF-8, so that its words cannot be told: save it again as CSV UTF-8.</source>
        <translation>這張表格不是 UTF-8 編碼，無法辨認其中的文字：請另存為「CSV UTF-8」。</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>en</source>
        <translation>zh-Hant</translation>
    </message>
    <message>
        <source>reply inferred</source>
        <translation>回覆對象為推斷</translation>
    </message>
    <message>
        <source>answers {name}</source>
        <translation>回覆 {name}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>討論</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>標籤：{tags}</translation>
    </message>
    <message>
        <source>section “{heading}”</source>
        <translation>章節「{heading}」</translation>
    </message>
    <message>
        <source>copy {sha256}</source>
        <translation>副本 {sha256}</translation>
    </message>
    <message>
        <source>(the whole page)</source>
        <translation>（整個頁面）</translation>
    </message>
    <message>
        <source>(the whole section)</source>
        <translation>（整個章節）</translation>
    </message>
    <message>
        <source>(the whole comment)</source>
        <translation>（整則留言）</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>醒目提示</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>位置準確</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已移動</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>位置為推測</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>已遺失</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
    <message>
        <source>moved from {page}</source>
        <translation>移自「{page}」</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>Web Annotation (JSON-LD)</source>
        <translation>Web 標註（JSON-LD）</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>HTML report</source>
        <translation>HTML 報告</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>純文字</translation>
    </message>
    <message>
        <source>Coding project (REFI-QDA)</source>
        <translation>編碼專案 (REFI-QDA)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text document (ODT)</source>
        <translation>文字文件 (ODT)</translation>
    </message>
    <message>
        <source>References (BibTeX)</source>
        <translation>參考文獻（BibTeX）</translation>
    </message>
    <message>
        <source>References (CSL-JSON)</source>
        <translation>參考文獻（CSL-JSON）</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
</context>
<context>
    <name>front</name>
    <message>
        <source>Bringing the library up to date, this once…</source>
        <translation>正在更新資料庫格式，僅此一次…</translation>
    </message>
</context>
<context>
    <name>header</name>
    <message>
        <source>Text without a signature</source>
        <translation>沒有簽名的文字</translation>
    </message>
    <message>
        <source>This text of the page carries no signature, so it is nobody&apos;s comment.</source>
        <translation>頁面上的這段文字沒有簽名，不屬於任何人的留言。</translation>
    </message>
    <message>
        <source>name not kept</source>
        <translation>未保留姓名</translation>
    </message>
    <message>
        <source>Signed: {raw}</source>
        <translation>簽名原文：{raw}</translation>
    </message>
    <message>
        <source>Your time: {time}</source>
        <translation>當地時間：{time}</translation>
    </message>
    <message>
        <source>signs as {name}</source>
        <translation>簽名為 {name}</translation>
    </message>
    <message>
        <source>also signed by {name}</source>
        <translation>{name} 也簽了名</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推斷</translation>
    </message>
    <message>
        <source>This copy does not say what is answered here; the place is inferred.</source>
        <translation>這份副本沒有說明此處回覆的是什麼，位置為推斷。</translation>
    </message>
    <message>
        <source>UTC: {time}</source>
        <translation>UTC：{time}</translation>
    </message>
    <message>
        <source>Somebody signed here, but this copy of the page did not keep the name. A saved web page, wikitext or an XML export would.</source>
        <translation>這裡有人簽名，但這份副本沒有保留名字。儲存的網頁、維基文字或 XML 匯出會保留。</translation>
    </message>
    <message>
        <source>This copy does not keep who answers whom. The order, the names and the times of the comments tell most of it; where a reply was placed that way, its line ends with ≈.</source>
        <translation>這份副本沒有保留誰在回覆誰。留言的順序、名字和時間大多能說明這一點；這樣推斷出來的回覆，行末有 ≈ 標記。</translation>
    </message>
    <message>
        <source>How sure: {percent} %</source>
        <translation>可信度：{percent}%</translation>
    </message>
    <message>
        <source>place unknown</source>
        <translation>位置不明</translation>
    </message>
    <message>
        <source>This copy does not say what is answered here.</source>
        <translation>這份副本沒有說明此處回覆的是什麼。</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>You corrected this comment.</source>
        <translation>您更正過這則留言。</translation>
    </message>
    <message>
        <source>level skipped</source>
        <translation>縮排跳級</translation>
    </message>
    <message>
        <source>It is indented more than one step deeper than what it answers.</source>
        <translation>它的縮排比所回覆的留言深了不只一級。</translation>
    </message>
    <message>
        <source>uneven indentation</source>
        <translation>縮排不一</translation>
    </message>
    <message>
        <source>Its paragraphs are indented differently.</source>
        <translation>各段落的縮排不同。</translation>
    </message>
    <message>
        <source>time ambiguous</source>
        <translation>時間有歧義</translation>
    </message>
    <message>
        <source>The clock was set back that night: the hour came twice.</source>
        <translation>當晚時鐘回撥，這一小時出現了兩次。</translation>
    </message>
    <message>
        <source>time zone unknown</source>
        <translation>時區不明</translation>
    </message>
    <message>
        <source>The signature&apos;s time zone is not known; UTC is assumed.</source>
        <translation>簽名的時區不明，以 UTC 處理。</translation>
    </message>
    <message>
        <source>impossible date</source>
        <translation>日期不存在</translation>
    </message>
    <message>
        <source>No such day exists; the date is shown as signed.</source>
        <translation>不存在這一天，日期依簽名原樣顯示。</translation>
    </message>
    <message>
        <source>weekday differs</source>
        <translation>星期不符</translation>
    </message>
    <message>
        <source>The day of the week does not fit the date.</source>
        <translation>星期與日期不符。</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>未簽名</translation>
    </message>
    <message>
        <source>Somebody else added the signature.</source>
        <translation>簽名是他人補上的。</translation>
    </message>
    <message>
        <source>several signatures</source>
        <translation>多個簽名</translation>
    </message>
    <message>
        <source>It ends with more than one signature.</source>
        <translation>末尾有不只一個簽名。</translation>
    </message>
    <message>
        <source>reply uncertain</source>
        <translation>回覆對象不確定</translation>
    </message>
    <message>
        <source>The saved thread tree and the indentation disagree.</source>
        <translation>儲存的討論串結構與縮排不一致。</translation>
    </message>
    <message>
        <source>only headings</source>
        <translation>只有標題</translation>
    </message>
    <message>
        <source>This copy kept the headings of the page but none of its signed comments.</source>
        <translation>這份副本只保留了頁面的標題，沒有保留帶簽名的留言。</translation>
    </message>
    <message>
        <source>It stands in a closed or collapsed box: {title}</source>
        <translation>位於已關閉或摺疊的框內：{title}</translation>
    </message>
    <message>
        <source>in a box</source>
        <translation>框內</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>You corrected the author; the copy says: {name}</source>
        <translation>您更正了作者；副本上寫的是：{name}</translation>
    </message>
    <message>
        <source>author corrected</source>
        <translation>作者已更正</translation>
    </message>
    <message>
        <source>All comments by time. Headings and text without a signature stand in the view by threads.</source>
        <translation>所有留言依時間排列。標題和沒有簽名的文字在依討論串的檢視中。</translation>
    </message>
    <message>
        <source>▲ Part {at} of {count}, from “{section}”. Part before</source>
        <translation>▲ 第 {at} 部分，共 {count} 部分，從「{section}」開始。前一部分</translation>
    </message>
    <message>
        <source>▼ Part {at} of {count}, to “{section}”. Next part</source>
        <translation>▼ 第 {at} 部分，共 {count} 部分，到「{section}」為止。下一部分</translation>
    </message>
    <message>
        <source>box: {title}</source>
        <translation>框：{title}</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>Pages without a discussion (articles)</source>
        <translation>沒有討論的頁面（條目）</translation>
    </message>
    <message>
        <source>Structured Discussions boards (what was said there is not in the file)</source>
        <translation>結構式討論版（檔案中沒有其中的發言）</translation>
    </message>
    <message>
        <source>Pages of other namespaces</source>
        <translation>其他命名空間的頁面</translation>
    </message>
    <message>
        <source>Pages not changed since the date</source>
        <translation>該日期以來未變更的頁面</translation>
    </message>
    <message>
        <source>Pages older than what is stored</source>
        <translation>早於已存版本的頁面</translation>
    </message>
    <message>
        <source>Pages that are broken or too large</source>
        <translation>損壞或過大的頁面</translation>
    </message>
    <message>
        <source>Files that are no pages (pictures, scripts)</source>
        <translation>不是頁面的檔案（圖片、指令碼）</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>無法讀取的檔案</translation>
    </message>
    <message>
        <source>A Structured Discussions board, without its posts</source>
        <translation>結構式討論版，沒有其中的發言</translation>
    </message>
    <message>
        <source>Broken or too large</source>
        <translation>損壞或過大</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>中斷</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>New pages</source>
        <translation>新頁面</translation>
    </message>
    <message>
        <source>Changed pages</source>
        <translation>已變更的頁面</translation>
    </message>
    <message>
        <source>Pages as stored before</source>
        <translation>與已存內容相同的頁面</translation>
    </message>
    <message>
        <source>Copies put aside (cut off or empty)</source>
        <translation>放在一旁的副本（不完整或為空）</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>New comments</source>
        <translation>新留言</translation>
    </message>
    <message>
        <source>Edited comments</source>
        <translation>已編輯的留言</translation>
    </message>
    <message>
        <source>Comments that are gone</source>
        <translation>已消失的留言</translation>
    </message>
    <message>
        <source>Pages with their whole history</source>
        <translation>含完整歷史的頁面</translation>
    </message>
    <message>
        <source>No discussion in it</source>
        <translation>其中沒有討論</translation>
    </message>
    <message>
        <source>Of another namespace</source>
        <translation>屬於其他命名空間</translation>
    </message>
    <message>
        <source>Not changed since the date</source>
        <translation>該日期之後沒有變更</translation>
    </message>
    <message>
        <source>Older than what is stored</source>
        <translation>比資料庫中的版本舊</translation>
    </message>
    <message>
        <source>No page (picture, script, part of a page)</source>
        <translation>不是頁面（圖片、指令碼、頁面的附屬檔案）</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>Imported {amount}.</source>
        <translation>已匯入 {amount}。</translation>
    </message>
    <message>
        <source>Imported {amount}: {kinds}.</source>
        <translation>已匯入 {amount}：{kinds}。</translation>
    </message>
</context>
<context>
    <name>origins</name>
    <message>
        <source>reviewed</source>
        <translation>已審閱</translation>
    </message>
    <message>
        <source>You wrote or confirmed this translation.</source>
        <translation>這是您撰寫或確認的譯文。</translation>
    </message>
    <message>
        <source>memory {percent} %</source>
        <translation>翻譯記憶 {percent}%</translation>
    </message>
    <message>
        <source>From your translation memory; so much of the original is the same.</source>
        <translation>來自您的翻譯記憶；百分比表示原文相同的程度。</translation>
    </message>
    <message>
        <source>machine draft</source>
        <translation>機器草稿</translation>
    </message>
    <message>
        <source>Made by a machine on this computer and read by nobody.</source>
        <translation>由本機的機器翻譯產生，尚未有人審閱。</translation>
    </message>
    <message>
        <source>from a second file</source>
        <translation>來自另一檔案</translation>
    </message>
    <message>
        <source>Found in the file that you opened as the translation.</source>
        <translation>取自您作為譯文開啟的檔案。</translation>
    </message>
    <message>
        <source>from a subpage</source>
        <translation>來自子頁面</translation>
    </message>
    <message>
        <source>Found on the page&apos;s subpage in the other language.</source>
        <translation>取自本頁另一語言的子頁面。</translation>
    </message>
    <message>
        <source>from the archive</source>
        <translation>來自存檔</translation>
    </message>
    <message>
        <source>A person&apos;s translation, found on this page and lined up.</source>
        <translation>本頁上的人工譯文，已逐句對齊。</translation>
    </message>
    <message>
        <source>it repeats itself</source>
        <translation>有重複</translation>
    </message>
    <message>
        <source>a number is missing</source>
        <translation>缺少數字</translation>
    </message>
    <message>
        <source>its length is odd</source>
        <translation>長度異常</translation>
    </message>
    <message>
        <source>it is not translated</source>
        <translation>未翻譯</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>it was translated in pieces</source>
        <translation>分段翻譯</translation>
    </message>
    <message>
        <source>Show or hide the translation</source>
        <translation>顯示或收起譯文</translation>
    </message>
    <message>
        <source>add translation</source>
        <translation>新增譯文</translation>
    </message>
    <message>
        <source>Nothing translates these words. Write it.</source>
        <translation>這些文字還沒有譯文，請撰寫。</translation>
    </message>
</context>
<context>
    <name>safety</name>
    <message>
        <source>before the first change of a day</source>
        <translation>當天第一次修改之前</translation>
    </message>
    <message>
        <source>before an update of the file</source>
        <translation>檔案升級之前</translation>
    </message>
    <message>
        <source>before another was restored</source>
        <translation>還原另一份之前</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不詳</translation>
    </message>
    <message>
        <source>Not all could be read of: {tables}.</source>
        <translation>以下部分未能全部讀出：{tables}。</translation>
    </message>
    <message>
        <source>The damaged file is kept: {path}</source>
        <translation>損壞的檔案保留在：{path}</translation>
    </message>
    <message>
        <source>The notes are as they were. The archive is empty: import its files anew. The damaged one is kept: {path}</source>
        <translation>標註保持原樣。存檔是空的：請重新匯入原來的檔案。損壞的存檔保留在：{path}</translation>
    </message>
    <message>
        <source>The notes are those of the backup {copy}. The damaged file is kept: {path}</source>
        <translation>現在的標註來自備份 {copy}。損壞的檔案保留在：{path}</translation>
    </message>
    <message>
        <source>Begin an empty archive</source>
        <translation>新建空存檔</translation>
    </message>
    <message>
        <source>Save what is readable</source>
        <translation>搶救可讀的內容</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>還原備份</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>手動備份</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>Auto follows the system, also while the program runs.</source>
        <translation>「自動」會跟隨系統，程式執行時也會隨之變化。</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>介面語言</translation>
    </message>
    <message>
        <source>Acts at once. Pages are always shown as they were written.</source>
        <translation>立即生效。頁面始終依原文顯示。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>The words that were signed are always shown on hover.</source>
        <translation>滑鼠停留時總會顯示簽名中的原文。</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>當地時間</translation>
    </message>
    <message>
        <source>As signed</source>
        <translation>依簽名</translation>
    </message>
    <message>
        <source>A colour for each person</source>
        <translation>每人一種顏色</translation>
    </message>
    <message>
        <source>Names in the page are coloured; the name is always written.</source>
        <translation>頁面中的使用者名稱帶有顏色；名字總會寫出。</translation>
    </message>
    <message>
        <source>Single-letter keys in the reading pane</source>
        <translation>閱讀面板中的單字母鍵</translation>
    </message>
    <message>
        <source>J, K, H, A, 1 to 5 and the like. The menus keep every command.</source>
        <translation>J、K、H、A、1 至 5 等。所有命令在選單中仍可使用。</translation>
    </message>
    <message>
        <source>Begin with what was open the last time</source>
        <translation>啟動時恢復上次開啟的內容</translation>
    </message>
    <message>
        <source>All tabs, each at its place with its search.</source>
        <translation>所有分頁，連同各自的位置和搜尋。</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>護眼黃</translation>
    </message>
    <message>
        <source>Font for Latin text</source>
        <translation>拉丁文字字型</translation>
    </message>
    <message>
        <source>For the page; the window keeps the font of the system.</source>
        <translation>用於頁面；介面仍用系統字型。</translation>
    </message>
    <message>
        <source>Font for Chinese text</source>
        <translation>中文字型</translation>
    </message>
    <message>
        <source>Automatic: the one that fits the script of each comment.</source>
        <translation>自動：依每則留言的繁簡體選用。</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Chinese lines always get a little more than Latin ones.</source>
        <translation>中文行總比拉丁文行略高。</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>緊湊</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>寬</translation>
    </message>
    <message>
        <source>Very wide</source>
        <translation>很寬</translation>
    </message>
    <message>
        <source>Width of the text</source>
        <translation>內文寬度</translation>
    </message>
    <message>
        <source>Long lines tire the eye; a narrow window has shorter ones.</source>
        <translation>行太長容易使眼睛疲勞；視窗窄時行更短。</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>The whole window</source>
        <translation>整個視窗</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Also with Ctrl and +, -, 0 or the wheel.</source>
        <translation>也可用 Ctrl 加 +、-、0 或滾輪。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>行為</translation>
    </message>
    <message>
        <source>While they are shown: View, Side by side.</source>
        <translation>在「檢視 → 中英對照」開啟時適用。</translation>
    </message>
    <message>
        <source>Beside the words</source>
        <translation>在原文旁邊</translation>
    </message>
    <message>
        <source>Below the words</source>
        <translation>在原文下方</translation>
    </message>
    <message>
        <source>Language that comes first</source>
        <translation>排在前面的語言</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Show Chinese</source>
        <translation>中文顯示</translation>
    </message>
    <message>
        <source>For the eye only: names, links, notes and what is copied stay as written.</source>
        <translation>僅改變顯示：使用者名稱、連結、標註與複製的內容保持原樣。</translation>
    </message>
    <message>
        <source>In Simplified characters</source>
        <translation>簡體</translation>
    </message>
    <message>
        <source>In Traditional characters (Taiwan)</source>
        <translation>繁體（臺灣）</translation>
    </message>
    <message>
        <source>In Traditional characters (Hong Kong)</source>
        <translation>繁體（香港）</translation>
    </message>
    <message>
        <source>Below, on demand</source>
        <translation>在原文下方，需要時展開</translation>
    </message>
    <message>
        <source>On the left, or above.</source>
        <translation>排在左邊或上方。</translation>
    </message>
    <message>
        <source>LibreTranslate on this computer</source>
        <translation>本機的 LibreTranslate</translation>
    </message>
    <message>
        <source>Drafts by the LibreTranslate that runs at 127.0.0.1.</source>
        <translation>由執行在 127.0.0.1 的 LibreTranslate 起草譯文。</translation>
    </message>
    <message>
        <source>Its port</source>
        <translation>連接埠</translation>
    </message>
    <message>
        <source>Nothing is ever sent to another computer.</source>
        <translation>絕不會向其他電腦傳送任何內容。</translation>
    </message>
    <message>
        <source>Machine translation</source>
        <translation>機器翻譯</translation>
    </message>
    <message>
        <source>In the script it was written in</source>
        <translation>保持原文（簡繁不變）</translation>
    </message>
    <message>
        <source>The one written first</source>
        <translation>先寫的語言</translation>
    </message>
    <message>
        <source>Position of translations</source>
        <translation>譯文位置</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>監看的資料夾</translation>
    </message>
    <message>
        <source>Files that are in it, or come into it, are imported by themselves once they are whole.</source>
        <translation>其中已有的和新放入的檔案，會在寫入完成後自動匯入。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Indented by several levels at once</source>
        <translation>一次縮排了好幾級</translation>
    </message>
    <message>
        <source>Its lines are indented unequally</source>
        <translation>各行縮排不一</translation>
    </message>
    <message>
        <source>The copy did not keep the name</source>
        <translation>副本沒有保留姓名</translation>
    </message>
    <message>
        <source>The time can be read in two ways</source>
        <translation>時間有兩種讀法</translation>
    </message>
    <message>
        <source>The time zone is not known</source>
        <translation>時區不明</translation>
    </message>
    <message>
        <source>The date cannot exist</source>
        <translation>日期不存在</translation>
    </message>
    <message>
        <source>The weekday does not fit the date</source>
        <translation>星期與日期不符</translation>
    </message>
    <message>
        <source>Somebody else added the signature</source>
        <translation>簽名是他人補上的</translation>
    </message>
    <message>
        <source>Signed more than once</source>
        <translation>簽名不只一次</translation>
    </message>
    <message>
        <source>The wiki itself saw another thread</source>
        <translation>維基自身的討論串與此不同</translation>
    </message>
    <message>
        <source>The copy kept only the headings</source>
        <translation>副本只保留了標題</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>純文字</translation>
    </message>
    <message>
        <source>wikitext</source>
        <translation>維基文字</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黃色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>綠色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>藍色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉紅色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橘色</translation>
    </message>
    <message>
        <source>moved with its words</source>
        <translation>已隨文字移動</translation>
    </message>
    <message>
        <source>place is a guess</source>
        <translation>位置為推測</translation>
    </message>
    <message>
        <source>words no longer found</source>
        <translation>原文已找不到</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Text without a signature</source>
        <translation>沒有簽名的文字</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>譯文</translation>
    </message>
    <message>
        <source>some of its words no longer found</source>
        <translation>部分原文已找不到</translation>
    </message>
    <message>
        <source>name not kept</source>
        <translation>未保留姓名</translation>
    </message>
    <message>
        <source>Top of the page</source>
        <translation>頁首</translation>
    </message>
    <message>
        <source>Page without a title</source>
        <translation>無標題頁面</translation>
    </message>
    <message>
        <source>time not known</source>
        <translation>時間不明</translation>
    </message>
    <message>
        <source>Something went wrong inside talkreader ({kind}). The details are in {log}.</source>
        <translation>talkreader 內部發生錯誤（{kind}）。詳細資料在 {log}。</translation>
    </message>
    <message>
        <source>first seen</source>
        <translation>首次出現</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>親自翻譯</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>no words on one side</source>
        <translation>一側沒有文字</translation>
    </message>
    <message>
        <source>one language only</source>
        <translation>只有一種語言</translation>
    </message>
    <message>
        <source>does not say its languages</source>
        <translation>未註明語言</translation>
    </message>
    <message>
        <source>yours says something else, and stays</source>
        <translation>與您已有的不同，保留您的</translation>
    </message>
    <message>
        <source>moved to {page}</source>
        <translation>已移至「{page}」</translation>
    </message>
    <message>
        <source>moved here from {page}</source>
        <translation>從「{page}」移來</translation>
    </message>
    <message>
        <source>January February March April May June July August September October November December</source>
        <translation>1 2 3 4 5 6 7 8 9 10 11 12</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{year}年{month}月{day}日</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{what}: {said}</source>
        <translation>{what}：{said}</translation>
    </message>
</context>
</TS>
