<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AuthorDialog</name>
    <message>
        <source>Who wrote this?</source>
        <translation>这是谁写的？</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Nobody knows</source>
        <translation>不知道是谁</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups and repair</source>
        <translation>备份与修复</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Save what is readable</source>
        <translation>抢救可读的内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查……</translation>
    </message>
    <message>
        <source>Backups, the latest first</source>
        <translation>备份，最新的在前</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The notes are copied before the first change of a day and before anything risky; the last ten copies are kept in {folder}.</source>
        <translation>每天第一次修改之前，以及任何有风险的操作之前，都会备份标注；最近十份保存在 {folder}。</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>There is no backup yet: nothing was written.</source>
        <translation>还没有备份：尚未写过任何内容。</translation>
    </message>
    <message>
        <source>This copy is damaged and cannot be restored.</source>
        <translation>这份备份已损坏，无法恢复。</translation>
    </message>
    <message numerus="yes">
        <source>bring back %n note(s)</source>
        <translation>
            <numerusform>找回 %Ln 条标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take away %n note(s)</source>
        <translation>
            <numerusform>去掉 %Ln 条标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change %n note(s)</source>
        <translation>
            <numerusform>改动 %Ln 条标注</numerusform>
        </translation>
    </message>
    <message>
        <source>This copy holds the notes as they are now.</source>
        <translation>这份备份与现在的标注相同。</translation>
    </message>
    <message>
        <source>Restoring it would {what}. What is here now is copied first.</source>
        <translation>恢复它会{what}。现在的内容会先备份。</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>已恢复。</translation>
    </message>
    <message>
        <source>As it was before, it is the first copy of the list.</source>
        <translation>恢复之前的内容是列表中的第一份备份。</translation>
    </message>
    <message>
        <source>The last backup is the same: no other one was made.</source>
        <translation>与上一份备份相同：没有另做备份。</translation>
    </message>
    <message>
        <source>Backed up.</source>
        <translation>已备份。</translation>
    </message>
    <message>
        <source>Both files are sound.</source>
        <translation>两个文件都完好。</translation>
    </message>
    <message>
        <source>Damage was found:</source>
        <translation>发现损坏：</translation>
    </message>
    <message>
        <source>Save what is readable of the notes, or restore a backup.</source>
        <translation>请抢救标注中可读的内容，或恢复一份备份。</translation>
    </message>
    <message>
        <source>The notes are sound. The archive can be made again: import its files anew.</source>
        <translation>标注完好。存档可以重建：请重新导入原来的文件。</translation>
    </message>
    <message>
        <source>This library can only be read: nothing can be restored.</source>
        <translation>此资料库只读：无法恢复任何内容。</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>Changed comments</source>
        <translation>有变化的留言</translation>
    </message>
    <message>
        <source>Go to the comment</source>
        <translation>转到这条留言</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新增 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>改动 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>消失 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes between two copies</source>
        <translation>两份副本之间的变化</translation>
    </message>
    <message>
        <source>Older copy</source>
        <translation>较旧的副本</translation>
    </message>
    <message>
        <source>Newer copy</source>
        <translation>较新的副本</translation>
    </message>
    <message>
        <source>This is one and the same copy; choose another.</source>
        <translation>两边是同一份副本，请另选一份。</translation>
    </message>
    <message>
        <source>The comments of both copies are the same.</source>
        <translation>两份副本的留言相同。</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Nothing fits; type fewer letters.</source>
        <translation>没有匹配项；请减少输入的字。</translation>
    </message>
    <message>
        <source>There is nothing here yet: open a page first.</source>
        <translation>这里还没有内容：请先打开一个页面。</translation>
    </message>
</context>
<context>
    <name>CitingJoint</name>
    <message>
        <source>There is no comment here to cite.</source>
        <translation>这里没有可引用的留言。</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n comment(s) with their source</source>
        <translation>
            <numerusform>已复制 %Ln 条留言及其出处</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied: {target}</source>
        <translation>已复制：{target}</translation>
    </message>
    <message>
        <source>The copy does not say which wiki this comment is on, or who signed it.</source>
        <translation>这份副本没有说明留言在哪个维基，或由谁签名。</translation>
    </message>
</context>
<context>
    <name>CodebookPane</name>
    <message>
        <source>&amp;Code the selected words</source>
        <translation>给所选文字编码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Show its notes</source>
        <translation>显示其标注(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;New code</source>
        <translation>新建编码(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Move under…</source>
        <translation>移到其他编码之下(&amp;M)…</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>颜色(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Import a codebook…</source>
        <translation>导入编码本(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export the codebook…</source>
        <translation>导出编码本(&amp;E)…</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>无颜色</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>其他颜色…</translation>
    </message>
    <message>
        <source>Filter codes</source>
        <translation>筛选编码</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>When to use this code</source>
        <translation>何时使用此编码</translation>
    </message>
    <message>
        <source>Definition of the code</source>
        <translation>编码的定义</translation>
    </message>
    <message>
        <source>No codes yet. Select words in the page and press C, or make one here: Ins.</source>
        <translation>还没有编码。在页面中选择文字后按 C，或在此按 Ins 新建。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New code (Ins)</source>
        <translation>新建编码（Ins）</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Rename, move, colour, delete, import, export</source>
        <translation>重命名、移动、颜色、删除、导入、导出</translation>
    </message>
</context>
<context>
    <name>CodingJoint</name>
    <message>
        <source>Exported to {path}</source>
        <translation>已导出到 {path}</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>编码本</translation>
    </message>
    <message>
        <source>A code cannot stand under itself.</source>
        <translation>编码不能位于自身之下。</translation>
    </message>
    <message>
        <source>There is a code “{new}” already. Merge “{old}” with it? Its notes and the codes below it go there.</source>
        <translation>已有编码“{new}”。要把“{old}”并入其中吗？其标注和下级编码都会移过去。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Delete the code “{tag}”?</source>
        <translation>删除编码“{tag}”？</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) below it go with it.</source>
        <translation>
            <numerusform>其下的 %Ln 个编码会一并删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) carry it: they stay, with their words.</source>
        <translation>
            <numerusform>有 %Ln 条标注带有它：标注及其文字都会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The top of the codebook</source>
        <translation>编码本的最上层</translation>
    </message>
    <message>
        <source>Move “{tag}” under…</source>
        <translation>将“{tag}”移到…之下</translation>
    </message>
    <message>
        <source>Code the words with…</source>
        <translation>给文字编码…</translation>
    </message>
    <message>
        <source>New code “{tag}”</source>
        <translation>新编码“{tag}”</translation>
    </message>
    <message>
        <source>Select some words of a comment first.</source>
        <translation>请先在留言中选择一些文字。</translation>
    </message>
    <message>
        <source>Coded with “{tag}”</source>
        <translation>已编码为“{tag}”</translation>
    </message>
    <message>
        <source>Codebooks (*.qdc *.qdpx *.qde *.csv)</source>
        <translation>编码本 (*.qdc *.qdpx *.qde *.csv)</translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation>导入编码本</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) of {found} are new</source>
        <translation>
            <numerusform>{found} 个编码中有 %Ln 个是新的</numerusform>
        </translation>
    </message>
    <message>
        <source>REFI-QDA codebook (*.qdc)</source>
        <translation>REFI-QDA 编码本 (*.qdc)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export the codebook</source>
        <translation>导出编码本</translation>
    </message>
    <message>
        <source>No codes yet: type a name to make one.</source>
        <translation>还没有编码：输入名称即可新建。</translation>
    </message>
</context>
<context>
    <name>CopiesJoint</name>
    <message numerus="yes">
        <source>The file ends in the middle. The copy with %n comment(s) stays the current one; this one is kept beside it.</source>
        <translation>
            <numerusform>文件中途结束。有 %Ln 条留言的副本仍为当前副本，此副本保存在一旁。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This copy has no signed comments. The copy with %n comment(s) stays the current one; this one is kept beside it.</source>
        <translation>
            <numerusform>此副本中没有带签名的留言。有 %Ln 条留言的副本仍为当前副本，此副本保存在一旁。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the current copy</source>
        <translation>显示当前副本</translation>
    </message>
    <message>
        <source>The file ends in the middle; the end of the page may be missing.</source>
        <translation>文件中途结束，页面末尾可能缺失。</translation>
    </message>
    <message>
        <source>This is an older copy of the page. The current one was imported {day}.</source>
        <translation>这是该页较旧的副本。当前副本的导入时间是 {day}。</translation>
    </message>
    <message>
        <source>This is the current copy now.</source>
        <translation>此副本现已成为当前副本。</translation>
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
        <translation>签名写的是：{raw}</translation>
    </message>
    <message>
        <source>It is the first comment of its section: it can answer no other.</source>
        <translation>它是本章节的第一条留言：没有可以回复的其他留言。</translation>
    </message>
    <message>
        <source>Put the cursor where the second person&apos;s words begin, then split.</source>
        <translation>先把光标放到第二个人的话开始处，再拆分。</translation>
    </message>
    <message>
        <source>Who wrote the words before the cursor? “{words}”</source>
        <translation>光标之前的话是谁写的？“{words}”</translation>
    </message>
    <message>
        <source>There is no comment before it in this section to join it to.</source>
        <translation>本节中它前面没有可合并的留言。</translation>
    </message>
    <message>
        <source>Nothing of this comment was corrected.</source>
        <translation>这条留言没有更正过。</translation>
    </message>
    <message>
        <source>A comment can answer only an earlier one in its own section.</source>
        <translation>留言只能回复同一节中更早的留言。</translation>
    </message>
    <message>
        <source>These words were split off, and have no signature. Who wrote them?</source>
        <translation>这些文字是拆分出来的，没有签名。是谁写的？</translation>
    </message>
    <message>
        <source>The copy does not say where this comment stands; it cannot be corrected.</source>
        <translation>这份副本没有说明这条留言的位置，因此无法更正。</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%Ln 条留言</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies by {names}</source>
        <translation>
            <numerusform>%Ln 条回复：{names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%Ln 条标注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DescribingDialog</name>
    <message>
        <source>Title and wiki of this page</source>
        <translation>本页的标题与维基</translation>
    </message>
    <message>
        <source>Fill in what the file does not say; then it is read again. A newer copy with the same title and wiki is known as the same page. Your notes stay with it. One of several copies that gets another title or wiki becomes a page of its own.</source>
        <translation>请填写文件中没有的信息，然后会重新读取。标题和维基相同的较新副本会被视为同一页面。您的标注会随之保留。若给多个副本之一另填标题或维基，它会成为单独的页面。</translation>
    </message>
    <message>
        <source>for example {name}</source>
        <translation>例如 {name}</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Wiki</source>
        <translation>维基(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Language of the wiki</source>
        <translation>维基的语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Read it again</source>
        <translation>重新读取(&amp;R)</translation>
    </message>
</context>
<context>
    <name>DictionaryJoint</name>
    <message>
        <source>Dictionary</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Opening the dictionary</source>
        <translation>正在打开词典</translation>
    </message>
    <message>
        <source>“{word}” is in your glossary</source>
        <translation>“{word}”已加入您的词汇表</translation>
    </message>
</context>
<context>
    <name>DictionaryPane</name>
    <message>
        <source>“{word}” is in neither dictionary.</source>
        <translation>词典和词汇表中都没有“{word}”。</translation>
    </message>
    <message>
        <source>Point at a word of the page, or move the caret to it.</source>
        <translation>把鼠标指向页面中的词，或把光标移到词上。</translation>
    </message>
    <message>
        <source>Word by word, not a translation</source>
        <translation>逐词注释，不是翻译</translation>
    </message>
    <message>
        <source>not in the dictionary</source>
        <translation>词典中没有</translation>
    </message>
    <message>
        <source>Your glossary</source>
        <translation>您的词汇表</translation>
    </message>
    <message>
        <source>Wiki glossary</source>
        <translation>维基词汇表</translation>
    </message>
    <message>
        <source>Measure word: {words}</source>
        <translation>量词：{words}</translation>
    </message>
    <message>
        <source>Look up a word</source>
        <translation>查词</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Word-by-word gloss</source>
        <translation>逐词释义</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Add to your glossary…</source>
        <translation>加入您的词汇表…</translation>
    </message>
    <message>
        <source>Gloss</source>
        <translation>逐词释义</translation>
    </message>
    <message>
        <source>There is no Chinese here.</source>
        <translation>这里没有中文。</translation>
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
        <translation>后来删去</translation>
    </message>
    <message>
        <source>Added since</source>
        <translation>后来添加</translation>
    </message>
</context>
<context>
    <name>DraftingJoint</name>
    <message>
        <source>Add a translation machine</source>
        <translation>添加翻译引擎</translation>
    </message>
    <message>
        <source>English to Chinese</source>
        <translation>英译中</translation>
    </message>
    <message>
        <source>Chinese to English</source>
        <translation>中译英</translation>
    </message>
    <message>
        <source>What does this model translate?</source>
        <translation>这个模型翻译哪个方向？</translation>
    </message>
    <message>
        <source>Added: {name}. Its words are drafts, and always marked as such.</source>
        <translation>已添加：{name}。它的译文是草稿，始终会如此标明。</translation>
    </message>
    <message>
        <source>The machines&apos; files stay where they are.</source>
        <translation>引擎的文件仍留在原处。</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>There is nothing here that a machine of yours could draft.</source>
        <translation>这里没有您的翻译引擎可以起草的句子。</translation>
    </message>
    <message>
        <source>The machine is drafting…</source>
        <translation>正在由机器起草……</translation>
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
            <numerusform>机器起草了 %Ln 句；尚无人审阅。</numerusform>
        </translation>
    </message>
    <message>
        <source>Translation models (*.argosmodel model.bin *.gguf)</source>
        <translation>翻译模型 (*.argosmodel model.bin *.gguf)</translation>
    </message>
    <message>
        <source>No machine comes with the program. One that you have as an .argosmodel package, CTranslate2 folder or GGUF file can be added; it runs on this computer.</source>
        <translation>程序不附带翻译引擎。您已有的 .argosmodel 包、CTranslate2 文件夹或 GGUF 文件可以添加进来，在本机运行。</translation>
    </message>
</context>
<context>
    <name>EmptyPane</name>
    <message>
        <source>Drop a saved talk page here</source>
        <translation>把保存的讨论页拖到这里</translation>
    </message>
    <message>
        <source>or paste a copied one with Ctrl+V</source>
        <translation>或按 Ctrl+V 粘贴复制的页面</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>以前打开过的</translation>
    </message>
    <message>
        <source>Opens plain text, wikitext, saved HTML and MHTML, MediaWiki XML exports and dumps, API JSON and web archives; also folders of them, and zip, gz, bz2, xz, zst or 7z. Nothing leaves this computer.</source>
        <translation>可打开纯文本、维基文本、保存的 HTML 和 MHTML、MediaWiki XML 导出文件和转储、API JSON 以及网页存档；也可以是含有它们的文件夹，或 zip、gz、bz2、xz、zst、7z 压缩文件。任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Ctrl+O opens · Ctrl+R lists what was opened before</source>
        <translation>Ctrl+O 打开 · Ctrl+R 列出以前打开过的</translation>
    </message>
    <message>
        <source>J and K go from comment to comment · Ctrl+F searches</source>
        <translation>J 和 K 逐条浏览留言 · Ctrl+F 搜索</translation>
    </message>
    <message>
        <source>Select words, then H highlights and A writes a note · F1 shows all keys</source>
        <translation>选中文字后按 H 高亮、按 A 写标注 · F1 显示所有按键</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有打开的页面</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The discussion</source>
        <translation>讨论</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>The discussion in two languages</source>
        <translation>双语讨论</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>我的标注</translation>
    </message>
    <message>
        <source>How far the export is</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Which notes</source>
        <translation>哪些标注</translation>
    </message>
    <message>
        <source>There are no such notes.</source>
        <translation>没有这样的标注。</translation>
    </message>
    <message numerus="yes">
        <source>the preview shows the first %n</source>
        <translation>
            <numerusform>预览显示前 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>the preview shows the first page</source>
        <translation>预览显示第一页</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%Ln 条标注</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation>显示源代码</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>选择要监视的文件夹</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Left pane</source>
        <translation>左侧面板</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>标注</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>词汇表</translation>
    </message>
    <message>
        <source>&amp;Only my own</source>
        <translation>仅我的术语(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁体中文</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message numerus="yes">
        <source>%n term(s)</source>
        <translation>
            <numerusform>%Ln 条术语</numerusform>
        </translation>
    </message>
    <message>
        <source>{found} of {total} terms have these words</source>
        <translation>{total} 条术语中有 {found} 条含有这些词语</translation>
    </message>
    <message>
        <source>You have no terms of your own yet. Yours go before the program&apos;s.</source>
        <translation>您还没有自己的术语。您的术语优先于程序自带的术语。</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
</context>
<context>
    <name>GlossaryJoint</name>
    <message>
        <source>Import terms</source>
        <translation>导入术语</translation>
    </message>
    <message>
        <source>Glossaries (*.csv *.tbx *.xml)</source>
        <translation>词汇表 (*.csv *.tbx *.xml)</translation>
    </message>
    <message>
        <source>Export terms</source>
        <translation>导出术语</translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) written to {path}</source>
        <translation>
            <numerusform>已将 %Ln 条术语写入 {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoingJoint</name>
    <message>
        <source>Go to a section, a person, a page or a date</source>
        <translation>跳转到章节、人物、页面或日期</translation>
    </message>
    <message>
        <source>Type the name of a command</source>
        <translation>输入命令名称</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>First comment from {day} on</source>
        <translation>{day} 起的第一条留言</translation>
    </message>
    <message>
        <source>All pages from {day} on</source>
        <translation>所有页面中 {day} 起的留言</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>in the library</source>
        <translation>在资料库中</translation>
    </message>
</context>
<context>
    <name>HintsBox</name>
    <message>
        <source>&amp;Wiki</source>
        <translation>维基(&amp;W)</translation>
    </message>
    <message>
        <source>What the files do not sa&amp;y</source>
        <translation>文件中没有的信息(&amp;Y)</translation>
    </message>
    <message>
        <source>Tit&amp;le</source>
        <translation>标题(&amp;L)</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the wiki</source>
        <translation>维基的语言(&amp;G)</translation>
    </message>
    <message>
        <source>{value} (found in the file)</source>
        <translation>{value}（文件中已有）</translation>
    </message>
    <message>
        <source>for example {name}</source>
        <translation>例如 {name}</translation>
    </message>
    <message>
        <source>Counts for pages whose file does not say it.</source>
        <translation>仅用于文件本身没有说明的页面。</translation>
    </message>
    <message>
        <source>Read as: {kind}</source>
        <translation>识别为：{kind}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Files and folders to import</source>
        <translation>要导入的文件和文件夹</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>添加文件(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a fol&amp;der…</source>
        <translation>添加文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Which pages</source>
        <translation>哪些页面</translation>
    </message>
    <message>
        <source>&amp;Every page with signed comments, in any namespace</source>
        <translation>所有含签名留言的页面，不限命名空间(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Talk pages only</source>
        <translation>仅讨论页(&amp;T)</translation>
    </message>
    <message>
        <source>Only these &amp;namespaces:</source>
        <translation>仅这些命名空间(&amp;N)：</translation>
    </message>
    <message>
        <source>Numbers of namespaces</source>
        <translation>命名空间编号</translation>
    </message>
    <message>
        <source>Only pages changed &amp;since</source>
        <translation>仅此日期以来更改过的页面(&amp;S)</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>自此日期以来更改</translation>
    </message>
    <message>
        <source>&amp;Count first</source>
        <translation>先计数(&amp;C)</translation>
    </message>
    <message>
        <source>Progress of counting</source>
        <translation>计数进度</translation>
    </message>
    <message>
        <source>Counting reads the files and stores nothing.</source>
        <translation>计数只读取文件，不存储任何内容。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%Ln 条警告</numerusform>
        </translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>要导入的文件</translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation>要导入的文件夹</translation>
    </message>
    <message>
        <source>&amp;Files and folders: dumps, saved pages, archives; they can be dropped here</source>
        <translation>文件和文件夹(&amp;F)：转储、已保存的页面、压缩包；可以拖放到这里</translation>
    </message>
</context>
<context>
    <name>ImportingJoint</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%Ln 条警告</numerusform>
        </translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>查看报告</translation>
    </message>
    <message>
        <source>The import was stopped; what was read so far is kept, and importing the same again goes on from there.</source>
        <translation>导入已停止；已读取的内容会保留，再次导入即可从停止处继续。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could be read in part only: {names}.</source>
        <translation>
            <numerusform>有 %Ln 个文件只读出了一部分：{names}。</numerusform>
        </translation>
    </message>
    <message>
        <source>No discussion was found in {name}.</source>
        <translation>在 {name} 中没有找到讨论。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read: {names}.</source>
        <translation>
            <numerusform>有 %Ln 个文件无法读取：{names}。</numerusform>
        </translation>
    </message>
    <message>
        <source>From the watched folder: {said}</source>
        <translation>监视的文件夹：{said}</translation>
    </message>
</context>
<context>
    <name>JoiningJoint</name>
    <message>
        <source>Another copy of this page names no wiki. Each shows its own notes only.</source>
        <translation>这个页面的另一份副本没有写明所属的维基。两份副本各自只显示自己的标注。</translation>
    </message>
    <message>
        <source>This copy names no wiki; another one is of {wiki}. Each shows its own notes only.</source>
        <translation>这份副本没有写明所属的维基；另一份来自 {wiki}。两份副本各自只显示自己的标注。</translation>
    </message>
    <message>
        <source>Make them one page</source>
        <translation>合并为同一个页面</translation>
    </message>
    <message>
        <source>Both copies are one page now.</source>
        <translation>两份副本现在是同一个页面了。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Remove keys</source>
        <translation>清除按键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Filter commands and keys</source>
        <translation>筛选命令和按键</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>请按下新的按键</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>添加按键</translation>
    </message>
    <message>
        <source>Single letters act while the page has the focus; the settings switch them off.</source>
        <translation>焦点在页面上时，单个字母键起作用；可在设置中关闭。</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>没有按键</translation>
    </message>
    <message>
        <source>{key} switches input methods and is left to them.</source>
        <translation>{key} 用于切换输入法，不能占用。</translation>
    </message>
    <message>
        <source>{key} is the key of “{command}”, which would lose it.</source>
        <translation>{key} 是“{command}”的按键，添加后该命令将失去它。</translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Filter pages</source>
        <translation>筛选页面</translation>
    </message>
    <message>
        <source>Pages of the library</source>
        <translation>资料库中的页面</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open in a new tab</source>
        <translation>在新标签页中打开</translation>
    </message>
    <message>
        <source>Order of the pages</source>
        <translation>页面的排序</translation>
    </message>
    <message>
        <source>Newest import first</source>
        <translation>最新导入在前</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>Last comment first</source>
        <translation>最后留言最新在前</translation>
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
        <translation>页边的标注</translation>
    </message>
</context>
<context>
    <name>MarginJoint</name>
    <message>
        <source>The window is too narrow for notes in the margin.</source>
        <translation>窗口太窄，放不下页边的标注。</translation>
    </message>
    <message>
        <source>There is no note on these words.</source>
        <translation>这些文字上没有标注。</translation>
    </message>
    <message>
        <source>Note {number} of {count}: {words}</source>
        <translation>第 {number} 条标注，共 {count} 条：{words}</translation>
    </message>
</context>
<context>
    <name>MemoryDialog</name>
    <message>
        <source>Translation memory</source>
        <translation>翻译记忆</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Go to its place</source>
        <translation>转到出处(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Nothing yet. What you translate (Ctrl+Shift+T) or confirm is kept here and offered again; a TMX or XLIFF file of another program can be imported.</source>
        <translation>这里还没有内容。您翻译（Ctrl+Shift+T）或确认的译文会保存在这里，并在遇到相同或相近的句子时再次提供；也可以导入其他程序的 TMX 或 XLIFF 文件。</translation>
    </message>
    <message>
        <source>{found} of {total} translations have these words</source>
        <translation>{total} 条译文中有 {found} 条含有这些词语</translation>
    </message>
    <message>
        <source>The newest {found} of {total} translations; a search finds the others</source>
        <translation>{total} 条译文中最新的 {found} 条；其余可通过搜索找到</translation>
    </message>
    <message numerus="yes">
        <source>%n translation(s)</source>
        <translation>
            <numerusform>%Ln 条译文</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryJoint</name>
    <message>
        <source>Its page is not in this library (any more).</source>
        <translation>它所在的页面不在（或已不在）本资料库中。</translation>
    </message>
    <message>
        <source>Import translations</source>
        <translation>导入译文</translation>
    </message>
    <message>
        <source>Translation memories (*.tmx *.xlf *.xliff)</source>
        <translation>翻译记忆文件 (*.tmx *.xlf *.xliff)</translation>
    </message>
    <message>
        <source>Importing translations</source>
        <translation>正在导入译文</translation>
    </message>
    <message>
        <source>Export translations</source>
        <translation>导出译文</translation>
    </message>
    <message>
        <source>TMX (*.tmx);;XLIFF (*.xlf)</source>
        <translation>TMX (*.tmx);;XLIFF (*.xlf)</translation>
    </message>
    <message numerus="yes">
        <source>%n translation(s) written to {path}</source>
        <translation>
            <numerusform>已将 %Ln 条译文写入 {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MendBar</name>
    <message>
        <source>The words were changed. Is this still their place?</source>
        <translation>文字有改动。标注仍在这个位置吗？</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Keep the note where it is now</source>
        <translation>把标注固定在现在的位置</translation>
    </message>
    <message>
        <source>Re-attach</source>
        <translation>重新附着</translation>
    </message>
    <message>
        <source>Attach the note to the words selected in the page</source>
        <translation>把标注附到页面中选中的文字上</translation>
    </message>
    <message>
        <source>Old copy</source>
        <translation>旧副本</translation>
    </message>
    <message>
        <source>Open the copy of the page in which the words stand</source>
        <translation>打开含有这些文字的页面副本</translation>
    </message>
    <message>
        <source>These words stand on another page now: {page}.</source>
        <translation>这些文字现在在另一页上：{page}。</translation>
    </message>
    <message>
        <source>Some of its words are gone. Select others to attach it to those alone.</source>
        <translation>标注的部分原文已不在了。如要只附到别的文字上，请选中那些文字。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Open the page where the words stand now</source>
        <translation>打开这些文字现在所在的页面</translation>
    </message>
    <message>
        <source>Find words</source>
        <translation>查找原文</translation>
    </message>
    <message>
        <source>Select the same words in this page, if somebody else&apos;s comment has them now</source>
        <translation>若这些文字现在在别人的留言里，就在本页中选中它们</translation>
    </message>
    <message>
        <source>These words are no longer where the note was. Select others to attach it.</source>
        <translation>标注原来的位置已没有这些文字。请选中其他文字，重新附上标注。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>No page has been opened yet</source>
        <translation>还没有打开过页面</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Take in notes</source>
        <translation>并入标注</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>正在读取 {name}……</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All that {name} holds is here already: there is nothing to take in.</source>
        <translation>{name} 中的内容这里都已有：没有可并入的。</translation>
    </message>
    <message>
        <source>{name} would bring this; one undo takes the notes back.</source>
        <translation>{name} 会带来以下内容；撤销一次即可收回这些标注。</translation>
    </message>
    <message>
        <source>{name} would bring this, but this library can only be read.</source>
        <translation>{name} 会带来以下内容，但此资料库只读。</translation>
    </message>
    <message numerus="yes">
        <source>%n new note(s)</source>
        <translation>
            <numerusform>%Ln 条新标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed on the other side only</source>
        <translation>
            <numerusform>%Ln 条标注只有对方改过，将更新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed on both sides: both are kept</source>
        <translation>
            <numerusform>%Ln 条标注双方都改过，两份并存</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) here already</source>
        <translation>
            <numerusform>%Ln 条标注这里已有，保持不变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entry(s) of the codebook</source>
        <translation>
            <numerusform>编码本中 %Ln 个新条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of which there is no copy here</source>
        <translation>
            <numerusform>%Ln 个页面这里还没有副本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>NewsJoint</name>
    <message>
        <source>No new comment further down.</source>
        <translation>下面没有新留言了。</translation>
    </message>
    <message>
        <source>No new comment further up.</source>
        <translation>上面没有新留言了。</translation>
    </message>
    <message>
        <source>Marked as not read</source>
        <translation>已标为未读</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>已标为已读</translation>
    </message>
    <message numerus="yes">
        <source>+%n new</source>
        <translation>
            <numerusform>新增 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>改动 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>消失 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Since the copy imported {day}: {changes}.</source>
        <translation>与 {day} 导入的副本相比：{changes}。</translation>
    </message>
    <message>
        <source>Show the changes</source>
        <translation>查看差异</translation>
    </message>
    <message>
        <source>new comment</source>
        <translation>新留言</translation>
    </message>
    <message>
        <source>{count} in place</source>
        <translation>{count} 处仍在原处</translation>
    </message>
    <message>
        <source>{count} moved</source>
        <translation>{count} 处已移动</translation>
    </message>
    <message>
        <source>{count} guessed</source>
        <translation>{count} 处位置为推测</translation>
    </message>
    <message>
        <source>{count} lost in part</source>
        <translation>{count} 处部分未能定位</translation>
    </message>
    <message>
        <source>{count} lost</source>
        <translation>{count} 处未能定位</translation>
    </message>
    <message>
        <source>Notes: {states}.</source>
        <translation>标注：{states}。</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Your note. Esc keeps it.</source>
        <translation>写下标注，按 Esc 保存。</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>标注的文字</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>标签，以逗号分隔</translation>
    </message>
    <message>
        <source>Tags of the note</source>
        <translation>标注的标签</translation>
    </message>
    <message>
        <source>Preview of the note</source>
        <translation>标注预览</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Show how the Markdown reads (Ctrl+P)</source>
        <translation>查看 Markdown 的显示效果（Ctrl+P）</translation>
    </message>
</context>
<context>
    <name>NoteMenu</name>
    <message>
        <source>&amp;Go to its words</source>
        <translation>转到所标文字(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>标签(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the &amp;quoted words</source>
        <translation>复制所引文字(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
</context>
<context>
    <name>NotesFilter</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>筛选标注</translation>
    </message>
    <message>
        <source>Filter by colour</source>
        <translation>按颜色筛选</translation>
    </message>
    <message>
        <source>Filter by tag</source>
        <translation>按标签筛选</translation>
    </message>
    <message>
        <source>Filter by person</source>
        <translation>按人物筛选</translation>
    </message>
    <message>
        <source>Order of the notes</source>
        <translation>标注的排序</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签</translation>
    </message>
</context>
<context>
    <name>NotesJoint</name>
    <message>
        <source>Select some words of a comment first.</source>
        <translation>请先在留言中选中一些文字。</translation>
    </message>
    <message>
        <source>No copy in this library has these words any more.</source>
        <translation>资料库中已没有含这些文字的副本。</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Redone</source>
        <translation>已重做</translation>
    </message>
    <message>
        <source>Highlighted: {colour}</source>
        <translation>已高亮：{colour}</translation>
    </message>
    <message>
        <source>The note is deleted; {key} brings it back.</source>
        <translation>标注已删除；按 {key} 可恢复。</translation>
    </message>
    <message>
        <source>These words stand nowhere in this page.</source>
        <translation>本页中没有这些文字。</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>Select words in the page and press H to highlight them, A to write a note.</source>
        <translation>在页面中选中文字，按 H 高亮，按 A 写标注。</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) hidden by the filter</source>
        <translation>
            <numerusform>筛选隐藏了 %Ln 条标注</numerusform>
        </translation>
    </message>
    <message>
        <source>Which notes</source>
        <translation>显示哪些标注</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Every note on this page has its place.</source>
        <translation>本页的每条标注都找到了位置。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>未定位</translation>
    </message>
    <message>
        <source>Notes on this page</source>
        <translation>本页的标注</translation>
    </message>
    <message>
        <source>Notes of the whole library</source>
        <translation>整个资料库的标注</translation>
    </message>
    <message>
        <source>Notes whose words are no longer in their page</source>
        <translation>原文已不在页面中的标注</translation>
    </message>
    <message>
        <source>Of all pages</source>
        <translation>所有页面</translation>
    </message>
    <message>
        <source>List the lost notes of the whole library</source>
        <translation>列出整个资料库中未定位的标注</translation>
    </message>
    <message>
        <source>Looking for lost notes… {percent} %</source>
        <translation>正在查找未定位的标注… {percent}%</translation>
    </message>
    <message>
        <source>Every note of the library has its place.</source>
        <translation>资料库中的每条标注都找到了位置。</translation>
    </message>
    <message>
        <source>No note has its place on this page; the lost ones are in their list.</source>
        <translation>这一页上没有标注还在原处；未定位的标注在“未定位”列表中。</translation>
    </message>
</context>
<context>
    <name>OnlyJoint</name>
    <message>
        <source>The search found no comment of this page.</source>
        <translation>搜索没有在本页找到留言。</translation>
    </message>
    <message>
        <source>Go to a comment of somebody first.</source>
        <translation>请先选中某人的一条留言。</translation>
    </message>
    <message>
        <source>There is no note on a comment of this page.</source>
        <translation>本页的留言上没有标注。</translation>
    </message>
    <message>
        <source>Nothing is new in this copy of the page.</source>
        <translation>这一份页面没有新留言。</translation>
    </message>
    <message>
        <source>No comment of this page only agrees or thanks.</source>
        <translation>本页没有仅表示赞同或感谢的留言。</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n comment(s) with hits are shown, and what they answer: {shown} of {total}.</source>
        <translation>
            <numerusform>只显示有命中的 %Ln 条留言及其回复的对象：共 {total} 条中的 {shown} 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n comment(s) by {name} are shown, and what they answer: {shown} of {total}.</source>
        <translation>
            <numerusform>只显示 {name} 的 %Ln 条留言及其回复的对象：共 {total} 条中的 {shown} 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n comment(s) with notes are shown, and what they answer: {shown} of {total}.</source>
        <translation>
            <numerusform>只显示有标注的 %Ln 条留言及其回复的对象：共 {total} 条中的 {shown} 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n new comment(s) are shown, and what they answer: {shown} of {total}.</source>
        <translation>
            <numerusform>只显示 %Ln 条新留言及其回复的对象：共 {total} 条中的 {shown} 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) that only agree or thank are hidden.</source>
        <translation>
            <numerusform>已隐藏 %Ln 条仅表示赞同或感谢的留言。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
</context>
<context>
    <name>OpeningJoint</name>
    <message>
        <source>There are no files in {folder}; choose another folder.</source>
        <translation>{folder} 里没有文件；请选择别的文件夹。</translation>
    </message>
    <message>
        <source>Open saved talk pages</source>
        <translation>打开保存的讨论页</translation>
    </message>
    <message>
        <source>The clipboard holds no text; copy a talk page and paste it here.</source>
        <translation>剪贴板里没有文字；请复制一个讨论页再粘贴到这里。</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>正在导入 {name}</translation>
    </message>
    <message>
        <source>the pasted page</source>
        <translation>粘贴的页面</translation>
    </message>
    <message>
        <source>all pages</source>
        <translation>所有页面</translation>
    </message>
    <message>
        <source>Understanding {name} anew</source>
        <translation>正在重新解析 {name}</translation>
    </message>
    <message>
        <source>Paused: {name}</source>
        <translation>已暂停：{name}</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%Ln 个在等待</numerusform>
        </translation>
    </message>
    <message>
        <source>The import was stopped; the pages read so far are kept.</source>
        <translation>导入已停止；已读取的页面会保留。</translation>
    </message>
    <message>
        <source>No signed comments were found in {name}; its text is shown as it stands there.</source>
        <translation>在 {name} 中没有找到带签名的留言；文字按原样显示。</translation>
    </message>
</context>
<context>
    <name>PageJoint</name>
    <message>
        <source>By time</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>By threads</source>
        <translation>按讨论串</translation>
    </message>
    <message>
        <source>Not in the library; copied: {target}</source>
        <translation>资料库中没有；已复制：{target}</translation>
    </message>
    <message>
        <source>This copy has no section “{heading}”.</source>
        <translation>这份副本中没有“{heading}”一节。</translation>
    </message>
    <message>
        <source>In the library: {target}</source>
        <translation>在资料库中：{target}</translation>
    </message>
    <message>
        <source>Copies: {target}</source>
        <translation>点击复制：{target}</translation>
    </message>
</context>
<context>
    <name>PageTabs</name>
    <message>
        <source>Close tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation>搜索：{words}</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>新标签页</translation>
    </message>
    <message>
        <source>Open pages</source>
        <translation>打开的页面</translation>
    </message>
</context>
<context>
    <name>ParentDialog</name>
    <message>
        <source>What does this answer?</source>
        <translation>这条留言回复的是什么？</translation>
    </message>
    <message>
        <source>Filter by name or words</source>
        <translation>按姓名或文字筛选</translation>
    </message>
    <message>
        <source>The heading: {heading}</source>
        <translation>标题：{heading}</translation>
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
        <translation>此人的下一条留言</translation>
    </message>
    <message>
        <source>Search for what they said</source>
        <translation>搜索此人的发言</translation>
    </message>
    <message>
        <source>Show only what they said here</source>
        <translation>只显示此人在本页的发言</translation>
    </message>
    <message>
        <source>Filter people</source>
        <translation>筛选人物</translation>
    </message>
    <message>
        <source>People of this page</source>
        <translation>本页的人物</translation>
    </message>
</context>
<context>
    <name>PicturesDialog</name>
    <message>
        <source>Pictures</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>What the search finds</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>整个资料库</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>There is nothing to draw yet: open or import a page first.</source>
        <translation>还没有可绘制的内容：请先打开或导入页面。</translation>
    </message>
    <message>
        <source>There is nothing to draw: no comment says enough for it.</source>
        <translation>没有可画的内容：没有留言提供所需的信息。</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图表</translation>
    </message>
</context>
<context>
    <name>PicturesJoint</name>
    <message>
        <source>Saved to {path}</source>
        <translation>已保存到 {path}</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
</context>
<context>
    <name>PrintingDialog</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>What to print</source>
        <translation>打印内容</translation>
    </message>
    <message>
        <source>Say below each comment where it stands</source>
        <translation>在每条留言下注明出处</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>How far the work is</source>
        <translation>工作进度</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Writing the PDF…</source>
        <translation>正在写入 PDF…</translation>
    </message>
    <message>
        <source>Reading the pages…</source>
        <translation>正在读取页面…</translation>
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
        <translation>存为 PDF</translation>
    </message>
</context>
<context>
    <name>PrintingJoint</name>
    <message>
        <source>There is nothing to print: open a page first.</source>
        <translation>没有可打印的内容：请先打开页面。</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>已保存到 {path}</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>This section</source>
        <translation>本节</translation>
    </message>
    <message>
        <source>This thread</source>
        <translation>本讨论串</translation>
    </message>
    <message>
        <source>What the search found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>My notes on this page</source>
        <translation>我在本页的标注</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>All notes</source>
        <translation>全部标注</translation>
    </message>
    <message>
        <source>All my notes</source>
        <translation>我的全部标注</translation>
    </message>
    <message>
        <source>Search: {words}</source>
        <translation>搜索：{words}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found</source>
        <translation>
            <numerusform>找到 %Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%Ln 条标注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>What {name} said</source>
        <translation>{name} 的全部发言</translation>
    </message>
    <message>
        <source>Only comments with these words</source>
        <translation>只看含有这些词的留言</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回复了谁</translation>
    </message>
    <message>
        <source>Whom {name} answers</source>
        <translation>{name} 回复的人</translation>
    </message>
    <message>
        <source>Is answered by</source>
        <translation>被谁回复</translation>
    </message>
    <message>
        <source>Who answers {name}</source>
        <translation>回复 {name} 的人</translation>
    </message>
    <message>
        <source>&amp;Show the comments</source>
        <translation>显示这些留言(&amp;S)</translation>
    </message>
    <message>
        <source>Signs as {names}</source>
        <translation>签名为 {names}</translation>
    </message>
    <message>
        <source>Pages ({count})</source>
        <translation>页面（{count}）</translation>
    </message>
    <message>
        <source>Sections ({count})</source>
        <translation>章节（{count}）</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>留言数</translation>
    </message>
    <message>
        <source>Page without a title</source>
        <translation>没有标题的页面</translation>
    </message>
    <message>
        <source>The library holds nothing that {name} said.</source>
        <translation>资料库中没有 {name} 的发言。</translation>
    </message>
    <message>
        <source>{found} of {total} comments have these words</source>
        <translation>{total} 条留言中有 {found} 条含有这些词</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%Ln 条留言</numerusform>
        </translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>{first}至{last}</translation>
    </message>
    <message numerus="yes">
        <source>%n without a date</source>
        <translation>
            <numerusform>%Ln 条没有日期</numerusform>
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
        <translation>这里没有署名的留言。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>%1 byte(s)</source>
        <translation>%1 字节</translation>
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
        <translation>这台计算机没有中文字体，汉字会显示成方框；请安装一种（Debian：apt install fonts-noto-cjk），然后重新启动本程序。</translation>
    </message>
    <message>
        <source>older copy</source>
        <translation>旧副本</translation>
    </message>
    <message>
        <source>last comment {day}</source>
        <translation>最后留言：{day}</translation>
    </message>
    <message>
        <source>copy of {day}</source>
        <translation>{day}的副本</translation>
    </message>
    <message>
        <source>Looking for translations in the page…</source>
        <translation>正在页面中查找译文…</translation>
    </message>
    <message>
        <source>No translations were found in this page.</source>
        <translation>本页没有找到译文。</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) stand beside their translation, the first in “{section}”.</source>
        <translation>
            <numerusform>%Ln 个句子与译文并排显示，第一句在“{section}”中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Emoji on this page appear as boxes: no font here has them (on Debian: apt install fonts-noto-color-emoji).</source>
        <translation>本页的表情符号显示为方框：这台电脑没有相应的字体（Debian 上可执行 apt install fonts-noto-color-emoji）。</translation>
    </message>
    <message>
        <source>Chinese is shown in the script it was written in.</source>
        <translation>中文现按原文显示，简繁不变。</translation>
    </message>
    <message>
        <source>Chinese is shown in Simplified characters.</source>
        <translation>中文现以简体显示。</translation>
    </message>
    <message>
        <source>Chinese is shown in Traditional characters (Taiwan).</source>
        <translation>中文现以繁体（台湾）显示。</translation>
    </message>
    <message>
        <source>Chinese is shown in Traditional characters (Hong Kong).</source>
        <translation>中文现以繁体（香港）显示。</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Discussion</source>
        <translation>讨论</translation>
    </message>
    <message>
        <source>The comments of the page, in order.</source>
        <translation>按顺序排列的页面留言。</translation>
    </message>
    <message>
        <source>Hit {0} of {1}</source>
        <translation>第 {0} 处，共 {1} 处</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy link target</source>
        <translation>复制链接目标</translation>
    </message>
    <message>
        <source>Marks: notes left, new comments middle, hits right</source>
        <translation>标记：左边是标注，中间是新留言，右边是搜索命中</translation>
    </message>
    <message numerus="yes">
        <source>%n replies collapsed</source>
        <translation>
            <numerusform>已折叠 %Ln 条回复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies expanded</source>
        <translation>
            <numerusform>已展开 %Ln 条回复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsDialog</name>
    <message>
        <source>Imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Imports, the latest first</source>
        <translation>导入记录，最新的在前</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
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
        <translation>还没有从文件夹或大文件导入过内容。请使用“文件 › 导入文件夹或转储…”。</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%Ln 条警告</numerusform>
        </translation>
    </message>
    <message>
        <source>It was cut short or is still running; what was stored is whole, and importing the same again goes on from there.</source>
        <translation>导入被中断或仍在进行；已存入的内容完好，再次导入即可从中断处继续。</translation>
    </message>
    <message>
        <source>It was stopped; importing the same again goes on from there.</source>
        <translation>导入已停止；再次导入即可从停止处继续。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s)</source>
        <translation>
            <numerusform>另有 %Ln 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RereadingJoint</name>
    <message>
        <source>This page cannot be understood by this version; it stays as it was.</source>
        <translation>此版本无法解析本页，本页保持原样。</translation>
    </message>
    <message>
        <source>The page was understood anew, and some of it otherwise.</source>
        <translation>本页已重新解析，部分内容与之前不同。</translation>
    </message>
    <message>
        <source>The page was understood anew; nothing is different.</source>
        <translation>本页已重新解析，没有变化。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) and older copies were understood anew.</source>
        <translation>
            <numerusform>已重新解析 %n 个页面及旧副本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are different now.</source>
        <translation>
            <numerusform>其中 %n 个与之前不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be, and stay as they were.</source>
        <translation>
            <numerusform>%n 个无法解析，保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was understood anew until then is kept; the rest is as it was.</source>
        <translation>已停止。在此之前重新解析的内容已保留，其余保持原样。</translation>
    </message>
</context>
<context>
    <name>ResultsHead</name>
    <message>
        <source>Search without {part}</source>
        <translation>不按“{part}”搜索</translation>
    </message>
    <message>
        <source>by {value}</source>
        <translation>作者：{value}</translation>
    </message>
    <message>
        <source>answers {value}</source>
        <translation>回复 {value}</translation>
    </message>
    <message>
        <source>in {value}</source>
        <translation>位于 {value}</translation>
    </message>
    <message>
        <source>on {value}</source>
        <translation>站点：{value}</translation>
    </message>
    <message>
        <source>namespace {value}</source>
        <translation>命名空间 {value}</translation>
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
        <translation>语言：{value}</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>有标注</translation>
    </message>
    <message>
        <source>tag: {value}</source>
        <translation>标签：{value}</translation>
    </message>
    <message>
        <source>exactly “{value}”</source>
        <translation>精确匹配“{value}”</translation>
    </message>
    <message>
        <source>pattern {value}</source>
        <translation>正则 {value}</translation>
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
        <translation>最相关在前</translation>
    </message>
    <message>
        <source>As on the pages</source>
        <translation>按页面顺序</translation>
    </message>
    <message>
        <source>Order of the results</source>
        <translation>结果的排序</translation>
    </message>
    <message>
        <source>Save or copy these results</source>
        <translation>保存或复制这些结果</translation>
    </message>
    <message>
        <source>&amp;Save this search…</source>
        <translation>保存此搜索(&amp;S)…</translation>
    </message>
    <message>
        <source>Sa&amp;ved searches</source>
        <translation>已保存的搜索(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Rename or delete saved searches…</source>
        <translation>重命名或删除已保存的搜索(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Copy all with their sources</source>
        <translation>复制全部并附出处(&amp;C)</translation>
    </message>
    <message>
        <source>As &amp;text</source>
        <translation>文本(&amp;T)</translation>
    </message>
    <message>
        <source>As &amp;Markdown</source>
        <translation>Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>As &amp;BibTeX references</source>
        <translation>BibTeX 参考文献(&amp;B)</translation>
    </message>
    <message>
        <source>As CSL-&amp;JSON references</source>
        <translation>CSL-JSON 参考文献(&amp;J)</translation>
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
        <translation>页面</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Show only the results of one</source>
        <translation>只显示其中一项的结果</translation>
    </message>
    <message>
        <source>Narrow by: {what}</source>
        <translation>缩小范围：{what}</translation>
    </message>
    <message>
        <source>{tip}; counted in the newest {count}</source>
        <translation>{tip}（按最新的 {count} 条计数）</translation>
    </message>
</context>
<context>
    <name>ResultsJoint</name>
    <message>
        <source>Saved as “{name}”</source>
        <translation>已保存为“{name}”</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n result(s) with their sources</source>
        <translation>
            <numerusform>已复制 %Ln 条结果及其出处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message>
        <source>Type in the field above to search. from:Name finds what one person said.</source>
        <translation>在上方输入文字即可搜索。from:用户名 可查找某人的发言。</translation>
    </message>
    <message>
        <source>The newest {shown} of {total}</source>
        <translation>最新的 {shown} 条，共 {total} 条</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%Ln 条结果</numerusform>
        </translation>
    </message>
    <message>
        <source>{results}, {places} places</source>
        <translation>{results}，{places} 处</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再显示 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Search for {text}</source>
        <translation>改为搜索 {text}</translation>
    </message>
    <message>
        <source>By {name}: {count}</source>
        <translation>作者为 {name}：{count} 条</translation>
    </message>
    <message>
        <source>As the beginning of words: {count}</source>
        <translation>作为词的开头：{count}</translation>
    </message>
    <message>
        <source>Without {part}: {count}</source>
        <translation>去掉 {part}：{count} 条</translation>
    </message>
    <message>
        <source>In the whole library: {count}</source>
        <translation>在整个资料库中：{count} 条</translation>
    </message>
    <message numerus="yes">
        <source>The first %n result(s), counting…</source>
        <translation>
            <numerusform>前 %Ln 条结果，正在计数……</numerusform>
        </translation>
    </message>
    <message>
        <source>The first {shown} of {total}</source>
        <translation>共 {total} 条，显示前 {shown} 条</translation>
    </message>
    <message>
        <source>Nothing found for “{text}” on this page.</source>
        <translation>在此页面上没有找到“{text}”。</translation>
    </message>
    <message>
        <source>Nothing found for “{text}” in the library.</source>
        <translation>在资料库中没有找到“{text}”。</translation>
    </message>
    <message>
        <source>{said} Saved searches:</source>
        <translation>{said}已保存的搜索：</translation>
    </message>
    <message>
        <source>{said} These find something:</source>
        <translation>{said}下列搜索有结果：</translation>
    </message>
    <message>
        <source>{said} Fewer words find more.</source>
        <translation>{said}词少一些，结果会多一些。</translation>
    </message>
</context>
<context>
    <name>RoomJoint</name>
    <message>
        <source>Nothing but the text. Esc brings the window back.</source>
        <translation>现在只显示正文。按 Esc 恢复窗口。</translation>
    </message>
</context>
<context>
    <name>SafetyJoint</name>
    <message>
        <source>There are no notes to share yet.</source>
        <translation>还没有可分享的标注。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Take in notes</source>
        <translation>并入标注</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>已保存到 {path}</translation>
    </message>
    <message numerus="yes">
        <source>Taken in: %n note(s).</source>
        <translation>
            <numerusform>已并入 %Ln 条标注。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Backups and repair…</source>
        <translation>备份与修复…</translation>
    </message>
</context>
<context>
    <name>SavedSearchesDialog</name>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Enter searches again, F2 renames, Delete removes.</source>
        <translation>回车键再次搜索，F2 重命名，Delete 删除。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜索(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存此搜索</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
</context>
<context>
    <name>ScopeBox</name>
    <message>
        <source>Which notes</source>
        <translation>哪些标注</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{at} of {total}</source>
        <translation>第 {at} / {total} 处</translation>
    </message>
    <message>
        <source>{total} found</source>
        <translation>找到 {total} 处</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>无法理解</translation>
    </message>
    <message>
        <source>Search: words, from:Name, after:2021-09, &quot;exact&quot;</source>
        <translation>搜索：词语、from:用户名、after:2021-09、&quot;精确短语&quot;</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>搜索范围</translation>
    </message>
    <message>
        <source>Position among the hits</source>
        <translation>在结果中的位置</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Completions</source>
        <translation>补全建议</translation>
    </message>
</context>
<context>
    <name>SearchJoint</name>
    <message numerus="yes">
        <source>%n translation(s) of your memory have these words (Ctrl+M)</source>
        <translation>
            <numerusform>您的翻译记忆中有 %Ln 条译文含有这些词语（Ctrl+M）</numerusform>
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
        <translation>章节</translation>
    </message>
    <message>
        <source>Comments in the section</source>
        <translation>本节的留言</translation>
    </message>
    <message>
        <source>New comments that were not read yet</source>
        <translation>尚未读过的新留言</translation>
    </message>
    <message>
        <source>Your notes in the section</source>
        <translation>本节中您的标注</translation>
    </message>
    <message>
        <source>Hits of the search in the section</source>
        <translation>本节中的搜索命中</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中</translation>
    </message>
</context>
<context>
    <name>SectionsPane</name>
    <message>
        <source>Filter sections</source>
        <translation>筛选章节</translation>
    </message>
    <message>
        <source>Sections of this page</source>
        <translation>本页的章节</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message numerus="yes">
        <source>{who} answers {whom} %n time(s)</source>
        <translation>
            <numerusform>{who} 回复 {whom} %Ln 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repl(ies) in all</source>
        <translation>
            <numerusform>共 %Ln 条回复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not drawn: to oneself, or a name is not known</source>
        <translation>
            <numerusform>%Ln 条未画出：回复自己，或名字不明</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a date left out</source>
        <translation>
            <numerusform>%Ln 条没有日期，未计入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in smaller rows left out</source>
        <translation>
            <numerusform>较少的行中有 %Ln 条未画出</numerusform>
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
            <numerusform>另有 %Ln 个讨论串</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改按键…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share notes</source>
        <translation>分享标注</translation>
    </message>
    <message>
        <source>One file for another person&apos;s talkreader, which takes it in beside what they wrote. It holds the notes, what their tags mean, and how the notes came about.</source>
        <translation>一个供他人的 talkreader 使用的文件：并入后与对方自己写的内容并存。其中有标注、标签的含义，以及标注的由来。</translation>
    </message>
    <message>
        <source>With copies of the pages that the notes are about</source>
        <translation>附上标注所涉页面的副本</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Notes to share</source>
        <translation>供分享的标注</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Words in either language</source>
        <translation>任一语言的词语</translation>
    </message>
</context>
<context>
    <name>ShelfJoint</name>
    <message>
        <source>Deleted; Ctrl+Z brings it back.</source>
        <translation>已删除；按 Ctrl+Z 可恢复。</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Source of the comment</source>
        <translation>留言的源代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Comment {at} of {total}</source>
        <translation>第 {at} 条留言，共 {total} 条</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>取消导入</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>Library: for reading only</source>
        <translation>资料库：只读</translation>
    </message>
    <message>
        <source>{folder} cannot be written, so no file can be imported and no note be kept there.</source>
        <translation>{folder} 无法写入，因此不能导入文件，也不能保存标注。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to check</source>
        <translation>
            <numerusform>%Ln 处需要核对</numerusform>
        </translation>
    </message>
    <message>
        <source>What the copy does not say for certain</source>
        <translation>副本没有明确说明的内容</translation>
    </message>
    <message>
        <source>answers {name}</source>
        <translation>回复 {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>已隐藏 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>%Ln 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>TakenBox</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新增 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>已有 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>未接受 %Ln 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported: {what}</source>
        <translation>导入结果：{what}</translation>
    </message>
</context>
<context>
    <name>TakingJoint</name>
    <message>
        <source>There is nothing to export yet: open a page first.</source>
        <translation>还没有可导出的内容：请先打开一个页面。</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>已导出到 {path}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>标注</translation>
    </message>
    <message numerus="yes">
        <source>Those on the selected words (%n)</source>
        <translation>
            <numerusform>所选文字上的标注（%Ln）</numerusform>
        </translation>
    </message>
    <message>
        <source>The chosen note</source>
        <translation>选中的标注</translation>
    </message>
    <message>
        <source>Those on this page</source>
        <translation>本页的标注</translation>
    </message>
    <message>
        <source>Those that the search finds: {words}</source>
        <translation>搜索找到的标注：{words}</translation>
    </message>
    <message>
        <source>Those with a tag, or one below it</source>
        <translation>带有某个标签（含下级标签）的标注</translation>
    </message>
    <message numerus="yes">
        <source>All of the library (%n)</source>
        <translation>
            <numerusform>整个资料库的标注（%Ln）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermDialog</name>
    <message>
        <source>A term of your glossary</source>
        <translation>词汇表中的词条</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>英文(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Simplified Chinese</source>
        <translation>简体中文(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Traditional Chinese</source>
        <translation>繁体中文(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>备注(&amp;R)</translation>
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
        <translation>译文</translation>
    </message>
    <message>
        <source>The headings of a pair can only be taken apart.</source>
        <translation>成对的标题只能拆开。</translation>
    </message>
    <message>
        <source>Put the cursor into a sentence that has a translation.</source>
        <translation>请先把光标放在有译文的句子里。</translation>
    </message>
    <message>
        <source>That cannot be done with this pair.</source>
        <translation>这一对无法这样处理。</translation>
    </message>
    <message>
        <source>Nothing here has a translation that unfolds.</source>
        <translation>这里没有可展开的译文。</translation>
    </message>
    <message>
        <source>Translations now unfold below the words, by this key or a click.</source>
        <translation>译文现在收在原文下方，按此键或点按即可展开。</translation>
    </message>
    <message>
        <source>Put the cursor into the sentence to be translated.</source>
        <translation>请先把光标放在要翻译的句子里。</translation>
    </message>
    <message>
        <source>Every sentence after this one has a translation.</source>
        <translation>后面的句子都已有译文。</translation>
    </message>
    <message>
        <source>No translation is shown for this comment.</source>
        <translation>这条留言没有显示译文。</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) copied</source>
        <translation>
            <numerusform>已复制 %Ln 句</numerusform>
        </translation>
    </message>
    <message>
        <source>A file that translates this page</source>
        <translation>本页的译文文件</translation>
    </message>
    <message>
        <source>Lining up the translation…</source>
        <translation>正在对齐译文……</translation>
    </message>
</context>
<context>
    <name>TranslationDialog</name>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>From your translation memory</source>
        <translation>来自您的翻译记忆</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Your translation</source>
        <translation>您的译文</translation>
    </message>
    <message>
        <source>Save and &amp;next</source>
        <translation>保存并转到下一句(&amp;N)</translation>
    </message>
    <message>
        <source>Point at a word of the original to look it up.</source>
        <translation>指向原文中的词语即可查词。</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Glossary: {terms}</source>
        <translation>词汇表：{terms}</translation>
    </message>
    <message>
        <source>The numbers differ.</source>
        <translation>数字不同。</translation>
    </message>
    <message>
        <source>Press Enter to take it over.</source>
        <translation>按 Enter 键采用。</translation>
    </message>
    <message>
        <source>then:</source>
        <translation>当时：</translation>
    </message>
    <message>
        <source>now:</source>
        <translation>现在：</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>The library cannot be opened</source>
        <translation>无法打开资料库</translation>
    </message>
    <message>
        <source>Use another folder…</source>
        <translation>使用其他文件夹…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>A folder for the library</source>
        <translation>资料库所在的文件夹</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>打开资料库</translation>
    </message>
    <message>
        <source>The library can be opened again</source>
        <translation>资料库又可以打开了</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the comments</source>
        <translation>留言的各个版本</translation>
    </message>
    <message>
        <source>Only comments with more than one version</source>
        <translation>只列出有多个版本的留言</translation>
    </message>
    <message>
        <source>Comments and their versions</source>
        <translation>留言及其版本</translation>
    </message>
    <message>
        <source>Go to the comment</source>
        <translation>转到这条留言</translation>
    </message>
    <message>
        <source>Nothing is known of earlier versions. Import an export with all revisions of this page, or another copy of it.</source>
        <translation>没有更早版本的记录。请导入含此页面全部修订版本的导出文件，或此页面的另一份副本。</translation>
    </message>
    <message>
        <source>{changed}, {gone}.</source>
        <translation>{changed}，{gone}。</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) changed</source>
        <translation>
            <numerusform>%Ln 条留言有变化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not on the page any more</source>
        <translation>
            <numerusform>%Ln 条已不在页面上</numerusform>
        </translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>revision {number}</source>
        <translation>修订版本 {number}</translation>
    </message>
</context>
<context>
    <name>VersionsJoint</name>
    <message>
        <source>The library has only this copy of the page.</source>
        <translation>资料库中只有此页面的这一份副本。</translation>
    </message>
</context>
<context>
    <name>WaitingJoint</name>
    <message>
        <source>{name} will be imported when {other} is done.</source>
        <translation>{other} 导入完成后会导入 {name}。</translation>
    </message>
    <message>
        <source>{name} will be imported when {other} and the others before it are done.</source>
        <translation>{other} 和排在前面的其他文件导入完成后会导入 {name}。</translation>
    </message>
    <message>
        <source>That import is paused.</source>
        <translation>前一项导入已暂停。</translation>
    </message>
    <message>
        <source>{name} waits to be imported already; it will not be imported twice.</source>
        <translation>{name} 已在等待导入，不会重复导入。</translation>
    </message>
    <message>
        <source>{name} is being imported already; how far it is stands below.</source>
        <translation>{name} 正在导入，进度显示在窗口底部。</translation>
    </message>
</context>
<context>
    <name>WarningsDialog</name>
    <message>
        <source>Things to check</source>
        <translation>需要核对之处</translation>
    </message>
    <message numerus="yes">
        <source>This copy does not keep the indentation. Who answers whom was inferred for %n comment(s); these are marked in the page.</source>
        <translation>
            <numerusform>这份副本没有保留缩进。有 %Ln 条留言回复的对象是推断出来的，页面中已标明。</numerusform>
        </translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Your correction does not fit this copy any more</source>
        <translation>您的更正已不适用于这份副本</translation>
    </message>
    <message>
        <source>The wiki counts this comment; it is not found in the page</source>
        <translation>维基有这条留言，页面中却找不到</translation>
    </message>
    <message>
        <source>The wiki itself does not count this as a comment</source>
        <translation>维基本身不把这算作留言</translation>
    </message>
    <message>
        <source>Who answers whom was inferred</source>
        <translation>谁回复谁是推断出来的</translation>
    </message>
</context>
<context>
    <name>WatchingJoint</name>
    <message>
        <source>The watched folder {folder} is not there.</source>
        <translation>监视的文件夹 {folder} 不存在。</translation>
    </message>
</context>
<context>
    <name>WindowJoint</name>
    <message>
        <source>&amp;Copy details</source>
        <translation>复制详情(&amp;C)</translation>
    </message>
    <message>
        <source>About talkreader</source>
        <translation>关于 talkreader</translation>
    </message>
    <message>
        <source>talkreader {version}

Reads offline archives of wiki discussions. Everything stays on this computer: the program never talks to a network.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>talkreader {version}

用于阅读维基讨论的离线存档。一切都留在这台电脑上：本程序从不连接网络。

自由软件，以 GNU 通用公共许可证第 3 版或更新版本发布。</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%Ln 个页面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%Ln 条留言</numerusform>
        </translation>
    </message>
    <message>
        <source>{pages}, {comments}</source>
        <translation>{pages}、{comments}</translation>
    </message>
    <message numerus="yes">
        <source>%n put aside</source>
        <translation>
            <numerusform>%Ln 个放在一旁</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>剩余 %Ln 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>剩余 %Ln 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>剩余 {hours} 小时 {minutes} 分</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are there again.</source>
        <translation>
            <numerusform>%Ln 条标注已找回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The notes are sound (%n); nothing was changed.</source>
        <translation>
            <numerusform>标注完好（%Ln 条），未作任何更改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came from the journal of what was done.</source>
        <translation>
            <numerusform>其中 %Ln 条来自操作记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them came from the last backup.</source>
        <translation>
            <numerusform>其中 %Ln 条来自上一份备份。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%Ln 个为新页面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%Ln 个有改动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as stored before</source>
        <translation>
            <numerusform>%Ln 个与已存内容相同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing new: %n page(s) as stored before.</source>
        <translation>
            <numerusform>没有新内容：%Ln 个页面与已存内容相同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>archives</name>
    <message>
        <source>Places that are not {encoding}, shown as {sign}: {count}</source>
        <translation>不是 {encoding} 编码、显示为 {sign} 的地方：{count} 处</translation>
    </message>
    <message>
        <source>The wiki sent only a part of its answer in this file</source>
        <translation>维基只把回应的一部分放进了这个文件</translation>
    </message>
    <message>
        <source>The text of this page was removed from public view on the wiki</source>
        <translation>此页面的文字在维基上已不公开</translation>
    </message>
    <message>
        <source>The latest text was removed from public view; an older one is shown</source>
        <translation>最新的文字已不公开，此处显示较旧的版本</translation>
    </message>
    <message>
        <source>The page was a Structured Discussions board: signatures and indentation were made from it</source>
        <translation>此页面原是结构式讨论版，签名和缩进由它生成</translation>
    </message>
    <message>
        <source>This page is a Structured Discussions board; the export has only its number, not what was said on it</source>
        <translation>此页面是结构式讨论版；导出文件只有它的编号，没有其中的发言</translation>
    </message>
    <message>
        <source>The page had LiquidThreads: signatures and indentation were made from its posts</source>
        <translation>此页面用过 LiquidThreads，签名和缩进由其中的帖子生成</translation>
    </message>
    <message>
        <source>The file holds records, not the page: signatures and indentation were made from them</source>
        <translation>文件里是记录而不是页面本身，签名和缩进由记录生成</translation>
    </message>
    <message>
        <source>Line {line} of the file is no JSON object and was left out</source>
        <translation>文件第 {line} 行不是 JSON 对象，已略过</translation>
    </message>
    <message>
        <source>The file ends in the middle; the end of the page may be missing</source>
        <translation>文件中途结束，页面末尾可能缺失</translation>
    </message>
    <message>
        <source>Lines of the file that are damaged, and left out: {count}</source>
        <translation>文件中已损坏而略过的行数：{count}</translation>
    </message>
    <message>
        <source>The export has no text for this page</source>
        <translation>导出文件里没有此页面的文字</translation>
    </message>
    <message>
        <source>The text of this page is not wikitext but {model}</source>
        <translation>此页面的文字不是维基文本，而是 {model}</translation>
    </message>
    <message>
        <source>its table of contents cannot be read</source>
        <translation>无法读取其目录</translation>
    </message>
    <message>
        <source>its sum is wrong</source>
        <translation>校验和不符</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>JPEG 图片</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>GIF 图片</translation>
    </message>
    <message>
        <source>a WebP picture</source>
        <translation>WebP 图片</translation>
    </message>
    <message>
        <source>a BMP picture</source>
        <translation>BMP 图片</translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation>TIFF 图片</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>PostScript 文档</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>RTF 文档</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>an empty zip archive</source>
        <translation>空的 zip 压缩包</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>RAR 压缩包</translation>
    </message>
    <message>
        <source>a tar archive</source>
        <translation>tar 压缩包</translation>
    </message>
    <message>
        <source>an old Office document</source>
        <translation>旧版 Office 文档</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>SQLite 数据库</translation>
    </message>
    <message>
        <source>a ZIM file</source>
        <translation>ZIM 文件</translation>
    </message>
    <message>
        <source>a sound or video</source>
        <translation>音频或视频</translation>
    </message>
    <message>
        <source>a sound</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>the packed data ends too early</source>
        <translation>压缩数据过早结束</translation>
    </message>
    <message>
        <source>it is packed with “{packing}”</source>
        <translation>它用“{packing}”压缩</translation>
    </message>
    <message>
        <source>it unpacks to more than a page can have</source>
        <translation>解压后超过一个页面的上限</translation>
    </message>
    <message>
        <source>Some revisions do not stand in their order; what they changed is left out</source>
        <translation>有些修订版本没有按顺序排列，它们的变化已略去</translation>
    </message>
    <message>
        <source>its beginning is missing</source>
        <translation>缺少开头</translation>
    </message>
    <message>
        <source>a page has no end</source>
        <translation>有一页没有结尾</translation>
    </message>
    <message>
        <source>elements that are nested without end</source>
        <translation>元素层层嵌套，没有尽头</translation>
    </message>
    <message>
        <source>there is no {kind} where a part of it must begin</source>
        <translation>应当开始一段 {kind} 数据的地方没有这种数据</translation>
    </message>
    <message>
        <source>its list of files is missing</source>
        <translation>缺少文件列表</translation>
    </message>
    <message>
        <source>it unpacks to far more than its packed size can hold</source>
        <translation>解压后的大小远远超出其压缩大小的可能</translation>
    </message>
    <message>
        <source>the last record is cut off</source>
        <translation>最后一条记录不完整</translation>
    </message>
    <message>
        <source>a record does not say how long it is</source>
        <translation>有一条记录没有注明长度</translation>
    </message>
    <message>
        <source>a record&apos;s header has no end</source>
        <translation>有一条记录的标头没有结尾</translation>
    </message>
    <message>
        <source>a record does not begin where the one before it ends</source>
        <translation>有一条记录没有从上一条的结尾处开始</translation>
    </message>
    <message>
        <source>no element found</source>
        <translation>没有找到元素</translation>
    </message>
    <message>
        <source>not well-formed (invalid token)</source>
        <translation>格式不正确</translation>
    </message>
    <message>
        <source>unclosed token</source>
        <translation>标签没有写完</translation>
    </message>
    <message>
        <source>unclosed CDATA section</source>
        <translation>CDATA 段没有结束</translation>
    </message>
    <message>
        <source>partial character</source>
        <translation>末尾的字符不完整</translation>
    </message>
    <message>
        <source>mismatched tag</source>
        <translation>标签不配对</translation>
    </message>
    <message>
        <source>undefined entity</source>
        <translation>有未定义的实体</translation>
    </message>
    <message>
        <source>duplicate attribute</source>
        <translation>属性重复</translation>
    </message>
    <message>
        <source>junk after document element</source>
        <translation>文档结尾之后还有内容</translation>
    </message>
    <message>
        <source>reference to invalid character number</source>
        <translation>引用了无效的字符编号</translation>
    </message>
    <message>
        <source>File is not a zip file</source>
        <translation>不是 zip 文件</translation>
    </message>
    <message>
        <source>Bad CRC-32 for file {name}</source>
        <translation>文件 {name} 的 CRC-32 校验不符</translation>
    </message>
    <message>
        <source>Invalid data stream</source>
        <translation>数据流无效</translation>
    </message>
    <message>
        <source>Corrupt input data</source>
        <translation>输入数据已损坏</translation>
    </message>
    <message>
        <source>Error {number} while decompressing data: {reason}</source>
        <translation>解压数据时出现错误 {number}：{reason}</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>读写出错</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>MediaWiki XML export</source>
        <translation>MediaWiki XML 导出文件</translation>
    </message>
    <message>
        <source>MediaWiki API answer (XML)</source>
        <translation>MediaWiki API 结果（XML）</translation>
    </message>
    <message>
        <source>MediaWiki API answer (JSON)</source>
        <translation>MediaWiki API 结果（JSON）</translation>
    </message>
    <message>
        <source>saved web page</source>
        <translation>保存的网页</translation>
    </message>
    <message>
        <source>wikitext</source>
        <translation>维基文本</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>zip archive</source>
        <translation>zip 压缩包</translation>
    </message>
    <message>
        <source>WARC web archive</source>
        <translation>WARC 网页存档</translation>
    </message>
    <message>
        <source>MHTML web page</source>
        <translation>MHTML 网页</translation>
    </message>
    <message>
        <source>records (JSON lines)</source>
        <translation>数据记录（JSON Lines）</translation>
    </message>
    <message>
        <source>dump of Structured Discussions</source>
        <translation>结构式讨论转储</translation>
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
        <translation>活动时间分布</translation>
    </message>
    <message>
        <source>People and sections</source>
        <translation>人物与章节</translation>
    </message>
    <message>
        <source>Who answers whom</source>
        <translation>谁回复谁</translation>
    </message>
    <message>
        <source>Length of threads</source>
        <translation>讨论串长度</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>留言数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Section or page</source>
        <translation>章节或页面</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>回复者</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>被回复者</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回复数</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Begun by</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Last comment</source>
        <translation>最后留言</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>标注(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste as page</source>
        <translation>粘贴为页面(&amp;P)</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel the import</source>
        <translation>取消导入(&amp;C)</translation>
    </message>
    <message>
        <source>Make this the current cop&amp;y</source>
        <translation>将此副本设为当前副本(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find in page</source>
        <translation>在页面中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Find in librar&amp;y</source>
        <translation>在资料库中查找(&amp;Y)</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <translation>转到搜索框</translation>
    </message>
    <message>
        <source>&amp;Next hit</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious hit</source>
        <translation>上一处(&amp;V)</translation>
    </message>
    <message>
        <source>Side by &amp;side</source>
        <translation>中英对照(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Left pane</source>
        <translation>左侧面板(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>标注(&amp;N)</translation>
    </message>
    <message>
        <source>Collapse or expand the &amp;thread</source>
        <translation>折叠或展开讨论串(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Collapse all threads</source>
        <translation>折叠所有讨论串(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Expand all threads</source>
        <translation>展开所有讨论串(&amp;E)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Normal si&amp;ze</source>
        <translation>正常大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Full sc&amp;reen</source>
        <translation>全屏(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next comment</source>
        <translation>下一条留言(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous comment</source>
        <translation>上一条留言(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;section</source>
        <translation>下一章节(&amp;S)</translation>
    </message>
    <message>
        <source>Previous s&amp;ection</source>
        <translation>上一章节(&amp;E)</translation>
    </message>
    <message>
        <source>Next reply to the same</source>
        <translation>同级的下一条回复</translation>
    </message>
    <message>
        <source>Previous reply to the same</source>
        <translation>同级的上一条回复</translation>
    </message>
    <message>
        <source>The comment it &amp;answers</source>
        <translation>所回复的留言(&amp;A)</translation>
    </message>
    <message>
        <source>Back to the &amp;reply</source>
        <translation>返回该回复(&amp;R)</translation>
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
        <translation>高亮选中文字(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Write a note</source>
        <translation>写标注(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>标签(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Yellow</source>
        <translation>黄色(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Green</source>
        <translation>绿色(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Blue</source>
        <translation>蓝色(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Pink</source>
        <translation>粉色(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Orange</source>
        <translation>橙色(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Show the note here</source>
        <translation>显示此处的标注(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Delete the note</source>
        <translation>删除标注(&amp;D)</translation>
    </message>
    <message>
        <source>Warnin&amp;gs of this page…</source>
        <translation>本页的警告(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;About talkreader</source>
        <translation>关于 talkreader(&amp;A)</translation>
    </message>
    <message>
        <source>Copy with &amp;source</source>
        <translation>连同出处复制(&amp;S)</translation>
    </message>
    <message>
        <source>Recent pa&amp;ges…</source>
        <translation>最近打开的页面(&amp;G)…</translation>
    </message>
    <message>
        <source>Title and &amp;wiki of this page…</source>
        <translation>本页的标题与维基(&amp;W)…</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown quotation</source>
        <translation>复制为 Markdown 引文(&amp;M)</translation>
    </message>
    <message>
        <source>Copy reference as &amp;BibTeX</source>
        <translation>复制 BibTeX 参考文献(&amp;B)</translation>
    </message>
    <message>
        <source>Copy reference as CSL-&amp;JSON</source>
        <translation>复制 CSL-JSON 参考文献(&amp;J)</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>复制链接(&amp;L)</translation>
    </message>
    <message>
        <source>Collapse or expand the threads &amp;beside it</source>
        <translation>折叠或展开同级的讨论串(&amp;B)</translation>
    </message>
    <message>
        <source>Collapse or expand this le&amp;vel everywhere</source>
        <translation>折叠或展开全页的这一层(&amp;V)</translation>
    </message>
    <message>
        <source>Next comment by the sa&amp;me person</source>
        <translation>同一人的下一条留言(&amp;M)</translation>
    </message>
    <message>
        <source>Previous comment by the same person</source>
        <translation>同一人的上一条留言</translation>
    </message>
    <message>
        <source>&amp;Pictures…</source>
        <translation>图表(&amp;P)…</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>下一个标签页(&amp;X)</translation>
    </message>
    <message>
        <source>Previous &amp;tab</source>
        <translation>上一个标签页(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;New tab</source>
        <translation>新建标签页(&amp;N)</translation>
    </message>
    <message>
        <source>Close &amp;tab</source>
        <translation>关闭标签页(&amp;T)</translation>
    </message>
    <message>
        <source>Open closed tab &amp;again</source>
        <translation>重新打开关闭的标签页(&amp;A)</translation>
    </message>
    <message>
        <source>Next ne&amp;w comment</source>
        <translation>下一条新留言(&amp;W)</translation>
    </message>
    <message>
        <source>Previous new comment</source>
        <translation>上一条新留言</translation>
    </message>
    <message>
        <source>Mark as &amp;read or not read</source>
        <translation>标为已读或未读(&amp;R)</translation>
    </message>
    <message>
        <source>Mark &amp;all as read</source>
        <translation>全部标为已读(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Go to anything…</source>
        <translation>跳转到任意位置(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Understand this page anew</source>
        <translation>重新解析本页(&amp;U)</translation>
    </message>
    <message>
        <source>Understand a&amp;ll pages anew</source>
        <translation>重新解析所有页面(&amp;L)</translation>
    </message>
    <message>
        <source>Co&amp;mmands…</source>
        <translation>命令面板(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>按键(&amp;K)…</translation>
    </message>
    <message>
        <source>Correct who &amp;wrote it…</source>
        <translation>更正作者(&amp;W)…</translation>
    </message>
    <message>
        <source>Correct what it a&amp;nswers…</source>
        <translation>更正回复对象(&amp;N)…</translation>
    </message>
    <message>
        <source>Spl&amp;it before the cursor…</source>
        <translation>在光标前拆分(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Join with the comment before</source>
        <translation>与前一条留言合并(&amp;J)</translation>
    </message>
    <message>
        <source>Take &amp;back its corrections</source>
        <translation>撤销对它的更正(&amp;B)</translation>
    </message>
    <message>
        <source>Print or save as PD&amp;F…</source>
        <translation>打印或存为 PDF(&amp;F)…</translation>
    </message>
    <message>
        <source>By ti&amp;me</source>
        <translation>按时间(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;ource of the comment</source>
        <translation>留言的源代码(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Dictionary</source>
        <translation>词典(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Everything this person said…</source>
        <translation>此人的全部发言(&amp;E)…</translation>
    </message>
    <message>
        <source>Sho&amp;w only</source>
        <translation>只显示(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Only comments with hits</source>
        <translation>只显示有命中的留言(&amp;O)</translation>
    </message>
    <message>
        <source>Only comments by the same &amp;person</source>
        <translation>同一人的留言(&amp;P)</translation>
    </message>
    <message>
        <source>Only comments with &amp;notes</source>
        <translation>有标注的留言(&amp;N)</translation>
    </message>
    <message>
        <source>Only n&amp;ew comments</source>
        <translation>新留言(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Hide comments that only agree or thank</source>
        <translation>隐藏仅表示赞同或感谢的留言(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Re-attach to the selection</source>
        <translation>重新附到选中的文字(&amp;R)</translation>
    </message>
    <message>
        <source>H&amp;ide all highlights</source>
        <translation>隐藏全部高亮(&amp;I)</translation>
    </message>
    <message>
        <source>Write a note on this se&amp;ction</source>
        <translation>为本章节写标注(&amp;C)</translation>
    </message>
    <message>
        <source>Write a note on the p&amp;age</source>
        <translation>为本页写标注(&amp;A)</translation>
    </message>
    <message>
        <source>T&amp;ranslation</source>
        <translation>翻译(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Translate the sentence…</source>
        <translation>翻译此句(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Confirm the translation</source>
        <translation>确认译文(&amp;C)</translation>
    </message>
    <message>
        <source>These do &amp;not translate each other</source>
        <translation>两者并非互译(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Join with the next pair</source>
        <translation>与下一对合并(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Part at the first sentence</source>
        <translation>在第一句处拆开(&amp;P)</translation>
    </message>
    <message>
        <source>Pair with the sentence &amp;before</source>
        <translation>改与前一句配对(&amp;B)</translation>
    </message>
    <message>
        <source>Pair with the sentence &amp;after</source>
        <translation>改与后一句配对(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Unfold the translation here</source>
        <translation>展开此处的译文(&amp;U)</translation>
    </message>
    <message>
        <source>Unfold a&amp;ll translations of the page</source>
        <translation>展开本页全部译文(&amp;L)</translation>
    </message>
    <message>
        <source>Copy the &amp;original of the comment</source>
        <translation>复制留言的原文(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the t&amp;ranslation of the comment</source>
        <translation>复制留言的译文(&amp;R)</translation>
    </message>
    <message>
        <source>Take translations from a &amp;file…</source>
        <translation>从文件取得译文(&amp;F)…</translation>
    </message>
    <message>
        <source>Show Chinese in the next &amp;script</source>
        <translation>切换简繁显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Draft the comment by machine</source>
        <translation>用机器起草此留言的译文(&amp;D)</translation>
    </message>
    <message>
        <source>Draft the pa&amp;ge by machine</source>
        <translation>用机器起草整页的译文(&amp;G)</translation>
    </message>
    <message>
        <source>Add a translation &amp;machine…</source>
        <translation>添加翻译引擎(&amp;M)…</translation>
    </message>
    <message>
        <source>Forget the mach&amp;ines</source>
        <translation>移除已添加的翻译引擎(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Import a folder or a dump…</source>
        <translation>导入文件夹或转储(&amp;I)…</translation>
    </message>
    <message>
        <source>Pa&amp;use the import</source>
        <translation>暂停导入(&amp;U)</translation>
    </message>
    <message>
        <source>I&amp;mports and their reports…</source>
        <translation>导入记录与报告(&amp;M)…</translation>
    </message>
    <message>
        <source>Collapse, or &amp;up to what it answers</source>
        <translation>折叠，或回到所回复的留言(&amp;U)</translation>
    </message>
    <message>
        <source>Expand, or down to the &amp;first reply</source>
        <translation>展开，或前往第一条回复(&amp;F)</translation>
    </message>
    <message>
        <source>Nothing but the te&amp;xt</source>
        <translation>只看正文(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Changes between two copies…</source>
        <translation>两份副本之间的变化(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Versions of the comment…</source>
        <translation>留言的各个版本(&amp;V)…</translation>
    </message>
    <message>
        <source>Translation m&amp;emory…</source>
        <translation>翻译记忆(&amp;E)…</translation>
    </message>
    <message>
        <source>S&amp;hare notes…</source>
        <translation>分享标注(&amp;H)…</translation>
    </message>
    <message>
        <source>Ta&amp;ke in notes…</source>
        <translation>并入标注(&amp;K)…</translation>
    </message>
    <message>
        <source>Bac&amp;kups and repair…</source>
        <translation>备份与修复(&amp;K)…</translation>
    </message>
    <message>
        <source>Cod&amp;e the words…</source>
        <translation>给文字编码(&amp;E)…</translation>
    </message>
    <message>
        <source>Codeboo&amp;k</source>
        <translation>编码本(&amp;K)</translation>
    </message>
    <message>
        <source>Notes in the mar&amp;gin</source>
        <translation>页边的标注(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Next note on these words</source>
        <translation>这些文字上的下一条标注(&amp;N)</translation>
    </message>
    <message>
        <source>Glossar&amp;y…</source>
        <translation>词汇表(&amp;Y)…</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Annotation {number} cannot be read ({reason}). No note was imported; export the notes again, or take this one out of the file.</source>
        <translation>无法读取第 {number} 条标注（{reason}）。没有导入任何标注；请重新导出，或从文件中去掉这一条。</translation>
    </message>
    <message>
        <source>Another program is writing {path}: wait until it has finished and try again.</source>
        <translation>另一个程序正在写入 {path}：请等它完成后再试。</translation>
    </message>
    <message>
        <source>Bytes {start} to {end} of the packed file are damaged ({reason}): of their pages, those after this one were left out, and those up to it may have mistakes</source>
        <translation>压缩文件的第 {start} 至 {end} 字节已损坏（{reason}）：其中排在这一页之后的页面已略过，这一页及之前的可能有错</translation>
    </message>
    <message>
        <source>Bytes {start} to {end} of the packed file are damaged: the lines in them, which follow this one, were left out</source>
        <translation>压缩文件的第 {start} 至 {end} 字节已损坏：其中排在此行之后的各行已略过</translation>
    </message>
    <message>
        <source>No page “{page}” in this library; talkreader stats lists them</source>
        <translation>资料库中没有页面“{page}”；talkreader stats 会列出所有页面</translation>
    </message>
    <message>
        <source>Nothing of this is written as {ending}: end the name of the file with {endings}</source>
        <translation>不能写成 {ending}：请让文件名以 {endings} 结尾</translation>
    </message>
    <message>
        <source>Nothing of this is written as {ending}: end the name of the file with {endings}, or say with --as what it is to be</source>
        <translation>不能写成 {ending}：请让文件名以 {endings} 结尾，或用 --as 指定格式</translation>
    </message>
    <message>
        <source>The answer has no text of this page; ask the wiki for it again</source>
        <translation>回应中没有此页的文字；请再向该维基获取</translation>
    </message>
    <message>
        <source>The disk is full, so {path} could not be written: nothing stored before is harmed; make room and try again.</source>
        <translation>磁盘已满，无法写入 {path}：以前保存的内容没有受损；请腾出空间后再试。</translation>
    </message>
    <message>
        <source>The disk refused to read or write {path}: check the disk and try again.</source>
        <translation>磁盘拒绝读写 {path}：请检查磁盘后再试。</translation>
    </message>
    <message>
        <source>The export cannot be written to {path} ({reason}); choose another folder or free some space, and export again.</source>
        <translation>无法把导出内容写入 {path}（{reason}）；请另选文件夹或腾出空间，然后重新导出。</translation>
    </message>
    <message>
        <source>The export is broken here ({reason}, byte {offset}); the page was left out</source>
        <translation>导出文件在这里有损坏（{reason}，字节 {offset}）；此页已略过</translation>
    </message>
    <message>
        <source>The model {path} cannot be loaded ({reason}); it may be cut off or made for another version.</source>
        <translation>无法载入模型 {path}（{reason}）；它可能不完整，或是为其他版本制作的。</translation>
    </message>
    <message>
        <source>The model {path} cannot translate this ({reason}).</source>
        <translation>模型 {path} 无法翻译这段文字（{reason}）。</translation>
    </message>
    <message>
        <source>The notes cannot be read: this is not JSON ({reason}). Choose a .jsonld file.</source>
        <translation>无法读取标注：这不是 JSON（{reason}）。请选择 .jsonld 文件。</translation>
    </message>
    <message>
        <source>The output cannot be written ({reason})</source>
        <translation>无法写出输出（{reason}）</translation>
    </message>
    <message>
        <source>The translation machine {name} stopped without an answer; nothing else was harmed. Try again, or with a shorter text.</source>
        <translation>翻译机 {name} 没有回应就停止了；其他内容未受影响。请再试一次，或换一段较短的文字。</translation>
    </message>
    <message>
        <source>The web archive is damaged here ({reason}); the page was left out</source>
        <translation>网页存档在这里有损坏（{reason}）；此页已略过</translation>
    </message>
    <message>
        <source>The wiki has no page of this title</source>
        <translation>该维基没有这个标题的页面</translation>
    </message>
    <message>
        <source>There are no notes in this zip file; choose a .talknotes or .jsonld file.</source>
        <translation>这个 zip 文件里没有标注；请选择 .talknotes 或 .jsonld 文件。</translation>
    </message>
    <message>
        <source>There are no notes in {folder}</source>
        <translation>{folder} 中没有标注</translation>
    </message>
    <message>
        <source>There can be no library in {folder}: choose a folder that can be written.</source>
        <translation>无法在 {folder} 建立资料库：请选择可写入的文件夹。</translation>
    </message>
    <message>
        <source>There is no backup {backup}; talkreader restore lists them</source>
        <translation>没有备份 {backup}；talkreader restore 会列出所有备份</translation>
    </message>
    <message>
        <source>There is no field “{name}:”; did you mean {other}: ?</source>
        <translation>没有“{name}:”这个字段；您是不是要用 {other}:？</translation>
    </message>
    <message>
        <source>There is no field “{name}:”; put it in quotation marks to search for the words.</source>
        <translation>没有“{name}:”这个字段；若要搜索这些文字，请加上引号。</translation>
    </message>
    <message>
        <source>There is no form “{form}” for this: use {forms}</source>
        <translation>没有“{form}”这种格式：可用的有 {forms}</translation>
    </message>
    <message>
        <source>There is no library in {folder} yet; talkreader import FILE makes one</source>
        <translation>{folder} 中还没有资料库；talkreader import 文件 可以建立一个</translation>
    </message>
    <message>
        <source>There is no library in {folder}, and none can be made there: choose a folder that can be written.</source>
        <translation>{folder} 中没有资料库，也无法在那里建立：请选择可写入的文件夹。</translation>
    </message>
    <message>
        <source>There is nothing after AND.</source>
        <translation>AND 之后没有内容。</translation>
    </message>
    <message>
        <source>There is nothing between these quotation marks.</source>
        <translation>引号之间没有内容。</translation>
    </message>
    <message>
        <source>There is nothing in these parentheses.</source>
        <translation>括号里没有内容。</translation>
    </message>
    <message>
        <source>There is nothing to search for beside {sign}.</source>
        <translation>{sign} 旁边没有要搜索的内容。</translation>
    </message>
    <message>
        <source>These terms cannot be read ({reason}); the file may be cut off.</source>
        <translation>无法读取这些术语（{reason}）；文件可能不完整。</translation>
    </message>
    <message>
        <source>This copy ends in the middle and lacks comments; the stored copy, which has {count}, stays the current one</source>
        <translation>此副本中途结束，缺少部分留言；已存的副本有 {count} 条留言，仍为当前副本</translation>
    </message>
    <message>
        <source>This copy has no signed comments; the stored copy, which has {count}, stays the current one</source>
        <translation>此副本中没有带签名的留言；已存的副本有 {count} 条留言，仍为当前副本</translation>
    </message>
    <message>
        <source>This file does not say in which encoding it is; it was read as {encoding}, which is a guess</source>
        <translation>此文件没有注明编码；已按 {encoding} 读取，这只是推测</translation>
    </message>
    <message>
        <source>This file says that it is in {encoding}, but it is in UTF-8, and was read as that</source>
        <translation>此文件声明其编码为 {encoding}，但实际是 UTF-8，已按 UTF-8 读取</translation>
    </message>
    <message>
        <source>This line has more than {limit} MB, which no record has; it was left out</source>
        <translation>此行超过 {limit} MB，没有记录会这么长；此行已略过</translation>
    </message>
    <message>
        <source>This line is no JSON object and was left out</source>
        <translation>此行不是 JSON 对象，已略过</translation>
    </message>
    <message>
        <source>This page has more than {limit} MB of text, which no wiki keeps; it was left out (byte {offset})</source>
        <translation>此页的文字超过 {limit} MB，没有维基会存这么长的页面；此页已略过（字节 {offset}）</translation>
    </message>
    <message>
        <source>This parenthesis closes nothing.</source>
        <translation>这个括号没有对应的左括号。</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>括号没有闭合。</translation>
    </message>
    <message>
        <source>This quotation mark is not closed.</source>
        <translation>引号没有闭合。</translation>
    </message>
    <message>
        <source>This quotation mark is not closed; all behind it was taken for one phrase.</source>
        <translation>这个引号没有闭合；其后的文字全部当作一个短语。</translation>
    </message>
    <message>
        <source>This regular expression has a mistake: {reason}.</source>
        <translation>正则表达式有误：{reason}。</translation>
    </message>
    <message>
        <source>This table cannot be read ({reason}); export it again as CSV.</source>
        <translation>无法读取此表格（{reason}）；请重新导出为 CSV。</translation>
    </message>
    <message>
        <source>Too many parentheses stand in each other here.</source>
        <translation>这里的括号嵌套层数过多。</translation>
    </message>
    <message>
        <source>Translation models need two more packages; install them with: pip install &apos;talkreader[mt]&apos;</source>
        <translation>翻译模型还需要两个软件包；请用以下命令安装：pip install &apos;talkreader[mt]&apos;</translation>
    </message>
    <message>
        <source>has: knows only “note”, not “{value}”.</source>
        <translation>has: 只能用“note”，不能用“{value}”。</translation>
    </message>
    <message>
        <source>{count} more lines of this file were left out</source>
        <translation>此文件中另有 {count} 行已略过</translation>
    </message>
    <message>
        <source>{name}: needs a value after the colon.</source>
        <translation>{name}: 的冒号后需要一个值。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); check the disk or copy the file again</source>
        <translation>无法读取 {path}（{reason}）；请检查磁盘或重新复制文件</translation>
    </message>
    <message>
        <source>{path} cannot be unpacked ({reason}); unpack it with another program</source>
        <translation>{path} 无法解压（{reason}）；请用其他程序解压</translation>
    </message>
    <message>
        <source>{path} cannot be written: check the rights of its folder, or choose another library.</source>
        <translation>无法写入 {path}：请检查所在文件夹的权限，或另选资料库。</translation>
    </message>
    <message>
        <source>{path} declares a document type, which no MediaWiki export does and which can be used to attack a reader; get the export again from the wiki itself</source>
        <translation>{path} 声明了文档类型；MediaWiki 导出文件不会这样做，它可能被用来攻击阅读程序；请从维基本身重新导出</translation>
    </message>
    <message>
        <source>{path} declares a document type, which no answer of a wiki does and which can be used to attack a reader; save the answer again from the wiki itself</source>
        <translation>{path} 声明了文档类型；维基的应答不会这样做，它可能被用来攻击阅读程序；请从维基本身重新保存应答</translation>
    </message>
    <message>
        <source>{path} does not say its languages; name the one it reads and the one it writes.</source>
        <translation>{path} 没有说明语言；请指定它读取和写出的语言。</translation>
    </message>
    <message>
        <source>{path} has no line that is a JSON object; get the file again</source>
        <translation>{path} 没有一行是 JSON 对象；请重新获取文件</translation>
    </message>
    <message>
        <source>{path} holds a 7z archive inside another packing; unpack it first</source>
        <translation>{path} 在另一层压缩中含有 7z 压缩包；请先解压</translation>
    </message>
    <message>
        <source>{path} holds a zip archive inside another packing; unpack it first</source>
        <translation>{path} 在另一层压缩中含有 zip 压缩包；请先解压</translation>
    </message>
    <message>
        <source>{path} holds an answer of {address} that cannot be unpacked ({reason}); save that page itself</source>
        <translation>{path} 中 {address} 的应答无法解压（{reason}）；请直接保存该页面</translation>
    </message>
    <message>
        <source>{path} holds an answer of {address} with more than {limit} MB, which no talk page is</source>
        <translation>{path} 中 {address} 的应答超过 {limit} MB，不可能是讨论页</translation>
    </message>
    <message>
        <source>{path} holds no talk page: {count} files were looked at; choose a container with saved pages or an export</source>
        <translation>{path} 中没有讨论页：已查看 {count} 个文件；请选择含有已保存页面或导出文件的压缩包</translation>
    </message>
    <message>
        <source>{path} holds nothing but blanks; copy the page again</source>
        <translation>{path} 只有空白；请重新复制页面</translation>
    </message>
    <message>
        <source>{path} holds nothing but zero bytes; copy or download the file again</source>
        <translation>{path} 只有零字节；请重新复制或下载文件</translation>
    </message>
    <message>
        <source>{path} holds only the numbers of Structured Discussions boards, not what was said on them; save the boards as web pages instead</source>
        <translation>{path} 只含有结构式讨论版面的编号，没有讨论内容；请把这些版面保存为网页</translation>
    </message>
    <message>
        <source>{path} is a 7z archive of {count} files; unpack it and open the files</source>
        <translation>{path} 是含有 {count} 个文件的 7z 压缩包；请解压后打开其中的文件</translation>
    </message>
    <message>
        <source>{path} is a 7z archive with nothing in it</source>
        <translation>{path} 是空的 7z 压缩包</translation>
    </message>
    <message>
        <source>{path} is a DiscussionTools answer without the comments; ask for prop=threaditemshtml</source>
        <translation>{path} 是没有留言的 DiscussionTools 应答；请使用 prop=threaditemshtml</translation>
    </message>
    <message>
        <source>{path} is a Structured Discussions board, which cannot be read yet; look for the wikitext page that the wiki moved the board to, and save that</source>
        <translation>{path} 是结构式讨论版面，目前还无法读取；请找到维基移动该版面后的维基文本页面并保存</translation>
    </message>
    <message>
        <source>{path} is a container inside a container; unpack it and open what comes out</source>
        <translation>{path} 是压缩包里的压缩包；请解压后打开其中的文件</translation>
    </message>
    <message>
        <source>{path} is a device or a pipe; save its contents to a file and open that</source>
        <translation>{path} 是设备或管道；请把内容保存为文件再打开</translation>
    </message>
    <message>
        <source>{path} is a folder; choose the files in it</source>
        <translation>{path} 是文件夹；请选择其中的文件</translation>
    </message>
    <message>
        <source>{path} is a list of LiquidThreads threads without their text; save the talk page as a web page instead</source>
        <translation>{path} 是没有正文的 LiquidThreads 讨论串列表；请把讨论页保存为网页</translation>
    </message>
    <message>
        <source>{path} is a list of records (JSON lines), which cannot be read yet; save the talk page itself, or an XML export</source>
        <translation>{path} 是记录列表（JSON Lines），目前还无法读取；请保存讨论页本身或 XML 导出文件</translation>
    </message>
    <message>
        <source>{path} is a stub dump: it lists the revisions, and there is no text in this file; download the file with “pages-articles” or “pages-meta-current” in its name</source>
        <translation>{path} 是只列出修订版本的存根转储，没有正文；请下载文件名含“pages-articles”或“pages-meta-current”的文件</translation>
    </message>
    <message>
        <source>{path} is a web archive that is broken in the middle ({reason}); pages kept: {count}; get the whole file again for the rest</source>
        <translation>网页存档 {path} 中间有损坏（{reason}）；保留的页面：{count}；其余部分请重新获取完整文件</translation>
    </message>
    <message>
        <source>{path} is a web archive without a web page in it ({count} other records); choose another one</source>
        <translation>网页存档 {path} 中没有网页（另有 {count} 条记录）；请选择其他存档</translation>
    </message>
    <message>
        <source>{path} is a zip archive with nothing in it; get the file again</source>
        <translation>zip 压缩包 {path} 是空的；请重新获取文件</translation>
    </message>
    <message>
        <source>{path} is an MHTML file without a web page in it; save the page again</source>
        <translation>MHTML 文件 {path} 中没有网页；请重新保存页面</translation>
    </message>
    <message>
        <source>{path} is an Office document, a book or a program, not a talk page; save the page itself as a web page or as text</source>
        <translation>{path} 是 Office 文档、电子书或程序，不是讨论页；请将页面本身保存为网页或文本</translation>
    </message>
    <message>
        <source>{path} is an action=parse answer without the page&apos;s text; ask for prop=text</source>
        <translation>{path} 是没有页面正文的 action=parse 应答；请使用 prop=text</translation>
    </message>
    <message>
        <source>{path} is an action=query answer without the text of a page; ask for prop=revisions&amp;rvprop=content&amp;rvslots=main</source>
        <translation>{path} 是没有页面正文的 action=query 应答；请使用 prop=revisions&amp;rvprop=content&amp;rvslots=main</translation>
    </message>
    <message>
        <source>{path} is an error message of the wiki, not a page ({info}); ask the wiki again</source>
        <translation>{path} 是维基的错误信息，不是页面（{info}）；请重新向维基请求</translation>
    </message>
    <message>
        <source>{path} is an export without a page in it; check the titles that were exported</source>
        <translation>{path} 是没有页面的导出文件；请检查所导出的标题</translation>
    </message>
    <message>
        <source>{path} is broken in the middle ({reason}); lines and pages left out: {named}; pages kept: {count}; get the whole file again for the rest</source>
        <translation>{path} 中间有损坏（{reason}）；略去的行和页面：{named}；已保留 {count} 个页面，其余部分请重新获取完整文件</translation>
    </message>
    <message>
        <source>{path} is cut off after {bytes} bytes of its contents; get the whole file again</source>
        <translation>{path} 的内容在 {bytes} 字节后中断；请重新获取完整文件</translation>
    </message>
    <message>
        <source>{path} is cut off or broken JSON (line {line}, column {column}); pages kept: {count}; save the answer again for the rest</source>
        <translation>{path} 是不完整或损坏的 JSON（第 {line} 行第 {column} 列）；已保留的页面：{count}；其余内容请重新保存该应答</translation>
    </message>
    <message>
        <source>{path} is cut off or broken JSON (line {line}, column {column}); save the answer again</source>
        <translation>{path} 是中断或损坏的 JSON（第 {line} 行第 {column} 列）；请重新保存应答</translation>
    </message>
    <message>
        <source>{path} is cut off or broken XML ({reason}); pages kept: {count}; save the answer again for the rest</source>
        <translation>{path} 是中断或损坏的 XML（{reason}）；已保留的页面：{count}；其余内容请重新保存应答</translation>
    </message>
    <message>
        <source>{path} is cut off or broken XML ({reason}); save the answer again</source>
        <translation>{path} 是中断或损坏的 XML（{reason}）；请重新保存应答</translation>
    </message>
    <message>
        <source>{path} is damaged after {bytes} bytes of its contents ({reason}); get the file again</source>
        <translation>{path} 的内容在 {bytes} 字节后损坏（{reason}）；请重新获取文件</translation>
    </message>
    <message>
        <source>{path} is damaged and has no backup: move it away and import the files again.</source>
        <translation>{path} 已损坏且没有备份：请把它移走并重新导入文件。</translation>
    </message>
    <message>
        <source>{path} is damaged: restore its backup {backup}.</source>
        <translation>{path} 已损坏：请恢复备份 {backup}。</translation>
    </message>
    <message>
        <source>{path} is empty; copy or download the file again</source>
        <translation>{path} 是空文件；请重新复制或下载</translation>
    </message>
    <message>
        <source>{path} is empty; copy the page again</source>
        <translation>{path} 是空的；请重新复制页面</translation>
    </message>
    <message>
        <source>{path} is locked with a password; unpack it and open what comes out</source>
        <translation>{path} 有密码保护；请先解压，再打开其中的文件</translation>
    </message>
    <message>
        <source>{path} is locked, or packed in a way that is not known; get the whole file again, unpack it and open what comes out</source>
        <translation>{path} 有密码，或压缩方式未知；请重新获取完整的文件，解压后再打开其中的内容</translation>
    </message>
    <message>
        <source>{path} is named like a packed dump, and holds a web page or a text, as when a download fails; get it again</source>
        <translation>{path} 的名称是压缩的转储文件，内容却是网页或文本，可能是下载失败；请重新下载</translation>
    </message>
    <message>
        <source>{path} is nested deeper than any answer of a wiki; save the page as a web page instead</source>
        <translation>{path} 的嵌套比任何维基应答都深；请把页面保存为网页</translation>
    </message>
    <message>
        <source>{path} is no CTranslate2 model: {missing} is missing in it.</source>
        <translation>{path} 不是 CTranslate2 模型：其中缺少 {missing}。</translation>
    </message>
    <message>
        <source>{path} is no translation package: {missing} is missing in it.</source>
        <translation>{path} 不是翻译包：其中缺少 {missing}。</translation>
    </message>
    <message>
        <source>{path} is not text; save the talk page as a web page, as text or as an XML export</source>
        <translation>{path} 不是文本；请把讨论页保存为网页、文本或 XML 导出文件</translation>
    </message>
    <message>
        <source>{path} is not there (any more); look where it went</source>
        <translation>{path} 不存在（或已移走）；请查找它的去向</translation>
    </message>
    <message>
        <source>{path} is one document of more than {limit} MB, which no talk page is; split it, or open the dump it came from</source>
        <translation>{path} 是超过 {limit} MB 的单个文档，讨论页不会这么大；请拆分它，或打开它所来自的转储</translation>
    </message>
    <message>
        <source>{path} is open for reading only: choose a library in a folder that can be written.</source>
        <translation>{path} 以只读方式打开：请选择位于可写入文件夹中的资料库。</translation>
    </message>
    <message>
        <source>{path} is packed more than {layers} times over; unpack it first</source>
        <translation>{path} 的压缩超过 {layers} 层；请先解压</translation>
    </message>
    <message>
        <source>{path} is the index of a dump, a list of titles; open the dump itself, the large file with “multistream” and without “index” in its name</source>
        <translation>{path} 是转储的索引，即标题列表；请打开转储本身，即文件名含“multistream”而不含“index”的大文件</translation>
    </message>
    <message>
        <source>{path} is {what}, not a talk page; save the page itself as a web page or as text</source>
        <translation>{path} 是 {what}，不是讨论页；请把页面本身保存为网页或文本</translation>
    </message>
    <message>
        <source>{path} lists more files than a reader should hold in memory; unpack it and open the folder</source>
        <translation>{path} 列出的文件太多，无法放进内存；请解压后打开文件夹</translation>
    </message>
    <message>
        <source>{path} may not be read; ask its owner, or change its permissions</source>
        <translation>没有读取 {path} 的权限；请联系其所有者，或更改权限</translation>
    </message>
    <message>
        <source>{path} says that it is written in “{name}”, an encoding that is not known; convert it to UTF-8</source>
        <translation>{path} 声称使用“{name}”编码，但无法识别该编码；请转换为 UTF-8</translation>
    </message>
    <message>
        <source>{path} unpacks to more than {ratio} times its size and is not trusted; unpack it with another program and open what comes out</source>
        <translation>{path} 解压后超过原大小的 {ratio} 倍，不可信任；请用其他程序解压，再打开其中的文件</translation>
    </message>
    <message>
        <source>{path} unpacks to nothing; download the file again</source>
        <translation>{path} 解压后没有内容；请重新下载</translation>
    </message>
    <message>
        <source>{path} unpacks to {size} MB, far more than its packed size can hold, and is not trusted; unpack it with another program and open what comes out</source>
        <translation>{path} 解压后有 {size} MB，远超其压缩大小所能容纳，不可信任；请用其他程序解压后打开其中的文件</translation>
    </message>
    <message>
        <source>{path} was made by a later version of talkreader (format {found}, this one knows {known}): install that version; nothing was changed.</source>
        <translation>{path} 由更新版本的 talkreader 建立（格式 {found}，本版本只认识 {known}）：请安装该版本；没有做任何更改。</translation>
    </message>
    <message>
        <source>{path} was made by an earlier version of talkreader and must be brought up to date, but it cannot be written: copy the folder to a disk that can.</source>
        <translation>{path} 由较早版本的 talkreader 建立，需要更新，但无法写入：请把文件夹复制到可写入的磁盘。</translation>
    </message>
    <message>
        <source>{path} would unpack to {size} GB; that is no translation model.</source>
        <translation>{path} 解压后将有 {size} GB，不会是翻译模型。</translation>
    </message>
    <message>
        <source>{path}: the page “{title}” has more than {limit} MB of text, which no wiki keeps, and was left out; pages kept: {count}</source>
        <translation>{path}：页面“{title}”的文字超过 {limit} MB，没有维基会存这么长的页面，已略过；保留的页面：{count}</translation>
    </message>
    <message>
        <source>“{page}” names {count} pages; say the number of one: {pages}</source>
        <translation>“{page}”对应 {count} 个页面；请给出其中一个的编号：{pages}</translation>
    </message>
    <message>
        <source>“{value}” is no date; write it like 2021, 2021-09 or 2021-09-14.</source>
        <translation>“{value}”不是日期；请写成 2021、2021-09 或 2021-09-14 的形式。</translation>
    </message>
    <message>
        <source>“{value}” is no language code; write it like zh or en.</source>
        <translation>“{value}”不是语言代码；请写成 zh 或 en 的形式。</translation>
    </message>
    <message>
        <source>{path} cannot be written: check the rights of its folder, or choose another place.</source>
        <translation>无法写入 {path}：请检查文件夹的权限，或选择其他位置。</translation>
    </message>
    <message>
        <source>A code of this codebook has a name of more than {limit} characters, with what it stands under; shorten it in the program that wrote the file.</source>
        <translation>此编码本中有一个编码的名称（连同其上级）超过 {limit} 个字符；请在写出此文件的程序中缩短。</translation>
    </message>
    <message>
        <source>A part of the dump is missing before this file: the pages with the numbers {start} to {end}; get it as well</source>
        <translation>此文件之前缺少转储的一部分：编号 {start} 至 {end} 的页面；请补上那一部分</translation>
    </message>
    <message>
        <source>A search has {count} words and fields at most; a longer text is found in quotation marks.</source>
        <translation>一次搜索最多包含 {count} 个词语和字段；较长的文字请放在引号中查找。</translation>
    </message>
    <message>
        <source>Bytes {start} to {end} of the packed file are damaged ({reason}): of their pages, this one and those after it were left out, and those before it may have mistakes</source>
        <translation>压缩文件的第 {start} 至 {end} 字节已损坏（{reason}）：其中这一页及之后的页面已略过，之前的可能有错</translation>
    </message>
    <message>
        <source>The file could not be read because of a mistake of talkreader ({reason}); the pages stored before are whole</source>
        <translation>talkreader 自身出错，无法读取该文件（{reason}）；此前存入的页面完好无损</translation>
    </message>
    <message>
        <source>The page “{title}” could not be understood ({reason}), which is a mistake of talkreader; the other pages were read</source>
        <translation>无法解析页面“{title}”（{reason}），这是 talkreader 的错误；其他页面已读取</translation>
    </message>
    <message>
        <source>The process that reads the file ended unexpectedly (code {code}); the pages stored before are whole, import the file again to go on where it stopped</source>
        <translation>读取文件的进程意外结束（代码 {code}）；此前存入的页面完好无损，重新导入该文件即可从中断处继续</translation>
    </message>
    <message>
        <source>There is no import {number} in this library; talkreader imports lists them</source>
        <translation>资料库中没有编号为 {number} 的导入；可用 talkreader imports 列出</translation>
    </message>
    <message>
        <source>These translations cannot be read ({reason}); the file may be cut off.</source>
        <translation>无法读取这些译文（{reason}）；文件可能不完整。</translation>
    </message>
    <message>
        <source>This is no file of translations that can be read: use TMX or XLIFF.</source>
        <translation>这不是可读取的译文文件：请使用 TMX 或 XLIFF。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>无法读取 {path}（{reason}）。</translation>
    </message>
    <message>
        <source>This table holds no glossary: its first line must name the columns en and zh-hans or zh-hant.</source>
        <translation>此表格不含词汇表：首行必须有 en 以及 zh-hans 或 zh-hant 列。</translation>
    </message>
    <message>
        <source>No history of “{page}” in this library; import an export with all revisions</source>
        <translation>此资料库中没有“{page}”的历史；请导入含有全部修订版本的导出文件</translation>
    </message>
    <message>
        <source>{path} is a dump of Structured Discussions without a board in it</source>
        <translation>{path} 是不含版面的结构式讨论转储</translation>
    </message>
    <message>
        <source>{path} is an answer about Structured Discussions without a topic in it; ask for view-topiclist or view-topic</source>
        <translation>{path} 是不含话题的结构式讨论应答；请请求 view-topiclist 或 view-topic</translation>
    </message>
    <message>
        <source>This bundle is too large to be read; share fewer page copies.</source>
        <translation>此标注包过大，无法读取；请少附一些页面副本。</translation>
    </message>
    <message>
        <source>This bundle was made by a later version of talkreader: install that version.</source>
        <translation>此标注包由更新版本的 talkreader 制作：请安装该版本。</translation>
    </message>
    <message>
        <source>This is neither a bundle of notes nor JSON-LD; choose a .talknotes or .jsonld file.</source>
        <translation>这既不是标注包也不是 JSON-LD；请选择 .talknotes 或 .jsonld 文件。</translation>
    </message>
    <message>
        <source>This is no bundle of notes, or it is damaged ({reason}); ask for it again.</source>
        <translation>这不是标注包，或已损坏（{reason}）；请让对方重新发送。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason})</source>
        <translation>无法读取 {path}（{reason}）</translation>
    </message>
    <message>
        <source>There are no notes in the scope {scope}</source>
        <translation>范围 {scope} 里没有标注</translation>
    </message>
    <message>
        <source>There is no scope “{scope}”: use {scopes}</source>
        <translation>没有“{scope}”这个范围：请用 {scopes}</translation>
    </message>
    <message>
        <source>There is no code “{tag}”: talkreader codes lists them.</source>
        <translation>没有编码“{tag}”：talkreader codes 会列出所有编码。</translation>
    </message>
    <message>
        <source>This codebook holds no code.</source>
        <translation>此编码本中没有任何编码。</translation>
    </message>
    <message>
        <source>This is no codebook: give a REFI-QDA file (.qdc, .qdpx) or a table (CSV) whose first line names the column code.</source>
        <translation>这不是编码本：请提供 REFI-QDA 文件（.qdc、.qdpx），或首行含有 code 列名的表格（CSV）。</translation>
    </message>
    <message>
        <source>“{name}:” is no field and was searched for as a word; did you mean {other}: ?</source>
        <translation>没有“{name}:”这个字段，已当作词语来搜索；您是不是要用 {other}:？</translation>
    </message>
    <message>
        <source>“{tag}” cannot stand under itself.</source>
        <translation>“{tag}”不能位于自身之下。</translation>
    </message>
    <message>
        <source>There are no such notes: choose others to share.</source>
        <translation>没有这样的标注：请选择其他标注来分享。</translation>
    </message>
    <message>
        <source>{path} is JSON, but no answer of a wiki with a page in it; save the page with action=parse or action=query&amp;prop=revisions&amp;rvprop=content</source>
        <translation>{path} 是 JSON，但不是含有页面的维基回应；请用 action=parse 或 action=query&amp;prop=revisions&amp;rvprop=content 保存页面</translation>
    </message>
    <message>
        <source>{path} is the history of a page, a list of its versions without their text; save the page itself (REST: …/page/TITLE/with_html)</source>
        <translation>{path} 是页面的历史，只有各版本的清单而没有文字；请保存页面本身（REST：…/page/TITLE/with_html）</translation>
    </message>
    <message>
        <source>{path} is the history of “{title}”, a list of its versions without their text; save the page itself</source>
        <translation>{path} 是“{title}”的历史，只有各版本的清单而没有文字；请保存页面本身</translation>
    </message>
    <message>
        <source>{path} is the page information of “{title}”, not the page; save the page itself</source>
        <translation>{path} 是“{title}”的页面信息，不是页面；请保存页面本身</translation>
    </message>
    <message>
        <source>Language models need one more package; install it with: pip install &apos;talkreader[llm]&apos;</source>
        <translation>语言模型还需要一个软件包；请安装：pip install &apos;talkreader[llm]&apos;</translation>
    </message>
    <message>
        <source>Language models run on Linux and macOS only.</source>
        <translation>语言模型只能在 Linux 和 macOS 上运行。</translation>
    </message>
    <message>
        <source>LibreTranslate at port {port} of this computer has no model for “{language}”.</source>
        <translation>本机端口 {port} 上的 LibreTranslate 没有“{language}”的模型。</translation>
    </message>
    <message>
        <source>LibreTranslate does not run at port {port} of this computer; start it, or turn it off in the settings.</source>
        <translation>本机端口 {port} 上没有运行 LibreTranslate；请启动它，或在设置中将其关闭。</translation>
    </message>
    <message>
        <source>What answers at port {port} of this computer is no LibreTranslate that can be used ({reason}).</source>
        <translation>本机端口 {port} 上应答的不是可用的 LibreTranslate（{reason}）。</translation>
    </message>
    <message>
        <source>{path} is a zip archive that is cut off or damaged ({reason}); pages kept: {count}; get the whole file again</source>
        <translation>{path} 是不完整或已损坏的 zip 压缩文件（{reason}）；保留的页面：{count}；请重新获取完整的文件</translation>
    </message>
    <message>
        <source>{path} is no translation model that can be read; choose an .argosmodel file, the folder of a CTranslate2 model or a .gguf file.</source>
        <translation>{path} 不是可读取的翻译模型；请选择 .argosmodel 文件、CTranslate2 模型的文件夹或 .gguf 文件。</translation>
    </message>
    <message>
        <source>{path} has more than {size} MB, too many to be taken in at once; export it in parts.</source>
        <translation>{path} 超过 {size} MB，无法一次读入；请分成几部分导出。</translation>
    </message>
    <message>
        <source>{path} is damaged and has no backup: “talkreader repair” saves what can still be read of it.</source>
        <translation>{path} 已损坏，且没有备份：用“talkreader repair”可以救回其中仍可读取的内容。</translation>
    </message>
    <message>
        <source>What this would take back was changed in another window since: take that back there first. Nothing was changed.</source>
        <translation>要撤销的内容后来在另一个窗口中被更改过：请先在那里撤销。未作任何更改。</translation>
    </message>
    <message>
        <source>{path} holds no discussion: none of its pages ({count}) has a signed comment; choose an export of talk pages</source>
        <translation>{path} 含有 {count} 个页面，但没有讨论：没有一个页面有签名的留言；请选择讨论页的导出文件</translation>
    </message>
    <message>
        <source>{path} is a web archive that is cut off or broken ({reason}); pages kept from before that place: {count}; get the whole file again for the rest</source>
        <translation>网页存档 {path} 中断或已损坏（{reason}）；此前的 {count} 个页面已保留，其余部分请重新获取完整文件</translation>
    </message>
    <message>
        <source>{path} is cut off or broken at byte {offset} ({reason}); pages kept from before that place: {count}; get the whole file again for the rest</source>
        <translation>{path} 在第 {offset} 字节处中断或损坏（{reason}）；此前的 {count} 个页面已保留，其余部分请重新获取完整文件</translation>
    </message>
    <message>
        <source>{path} is cut off or broken ({reason}); boards kept from before that place: {count}</source>
        <translation>{path} 中断或已损坏（{reason}）；此前的 {count} 个版面已保留</translation>
    </message>
    <message>
        <source>This table is not in UTF-8, so that its words cannot be told: save it again as CSV UTF-8.</source>
        <translation>这张表格不是 UTF-8 编码，无法辨认其中的文字：请另存为“CSV UTF-8”。</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>en</source>
        <translation>zh-Hans</translation>
    </message>
    <message>
        <source>reply inferred</source>
        <translation>回复对象为推断</translation>
    </message>
    <message>
        <source>answers {name}</source>
        <translation>回复 {name}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>讨论</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>标签：{tags}</translation>
    </message>
    <message>
        <source>section “{heading}”</source>
        <translation>章节“{heading}”</translation>
    </message>
    <message>
        <source>copy {sha256}</source>
        <translation>副本 {sha256}</translation>
    </message>
    <message>
        <source>(the whole page)</source>
        <translation>（整个页面）</translation>
    </message>
    <message>
        <source>(the whole section)</source>
        <translation>（整个章节）</translation>
    </message>
    <message>
        <source>(the whole comment)</source>
        <translation>（整条留言）</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>位置准确</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已移动</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>位置为推测</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>已丢失</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>moved from {page}</source>
        <translation>移自“{page}”</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>Web Annotation (JSON-LD)</source>
        <translation>Web 标注（JSON-LD）</translation>
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
        <translation>HTML 报告</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Coding project (REFI-QDA)</source>
        <translation>编码项目 (REFI-QDA)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text document (ODT)</source>
        <translation>文本文档 (ODT)</translation>
    </message>
    <message>
        <source>References (BibTeX)</source>
        <translation>参考文献（BibTeX）</translation>
    </message>
    <message>
        <source>References (CSL-JSON)</source>
        <translation>参考文献（CSL-JSON）</translation>
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
        <translation>正在更新资料库格式，仅此一次…</translation>
    </message>
</context>
<context>
    <name>header</name>
    <message>
        <source>Text without a signature</source>
        <translation>没有签名的文字</translation>
    </message>
    <message>
        <source>This text of the page carries no signature, so it is nobody&apos;s comment.</source>
        <translation>页面上的这段文字没有签名，不属于任何人的留言。</translation>
    </message>
    <message>
        <source>name not kept</source>
        <translation>未保留姓名</translation>
    </message>
    <message>
        <source>Signed: {raw}</source>
        <translation>签名原文：{raw}</translation>
    </message>
    <message>
        <source>Your time: {time}</source>
        <translation>当地时间：{time}</translation>
    </message>
    <message>
        <source>signs as {name}</source>
        <translation>签名为 {name}</translation>
    </message>
    <message>
        <source>also signed by {name}</source>
        <translation>{name} 也签了名</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>This copy does not say what is answered here; the place is inferred.</source>
        <translation>这份副本没有说明此处回复的是什么，位置为推断。</translation>
    </message>
    <message>
        <source>UTC: {time}</source>
        <translation>UTC：{time}</translation>
    </message>
    <message>
        <source>Somebody signed here, but this copy of the page did not keep the name. A saved web page, wikitext or an XML export would.</source>
        <translation>这里有人签名，但这份副本没有保留名字。保存的网页、维基文本或 XML 导出文件会保留。</translation>
    </message>
    <message>
        <source>This copy does not keep who answers whom. The order, the names and the times of the comments tell most of it; where a reply was placed that way, its line ends with ≈.</source>
        <translation>这份副本没有保留谁在回复谁。留言的顺序、名字和时间大多能说明这一点；这样推断出来的回复，行末有 ≈ 标记。</translation>
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
        <translation>这份副本没有说明此处回复的是什么。</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>You corrected this comment.</source>
        <translation>您更正过这条留言。</translation>
    </message>
    <message>
        <source>level skipped</source>
        <translation>缩进跳级</translation>
    </message>
    <message>
        <source>It is indented more than one step deeper than what it answers.</source>
        <translation>它的缩进比所回复的留言深了不止一级。</translation>
    </message>
    <message>
        <source>uneven indentation</source>
        <translation>缩进不一</translation>
    </message>
    <message>
        <source>Its paragraphs are indented differently.</source>
        <translation>各段落的缩进不同。</translation>
    </message>
    <message>
        <source>time ambiguous</source>
        <translation>时间有歧义</translation>
    </message>
    <message>
        <source>The clock was set back that night: the hour came twice.</source>
        <translation>当晚时钟回拨，这一小时出现了两次。</translation>
    </message>
    <message>
        <source>time zone unknown</source>
        <translation>时区不明</translation>
    </message>
    <message>
        <source>The signature&apos;s time zone is not known; UTC is assumed.</source>
        <translation>签名的时区不明，按 UTC 处理。</translation>
    </message>
    <message>
        <source>impossible date</source>
        <translation>日期不存在</translation>
    </message>
    <message>
        <source>No such day exists; the date is shown as signed.</source>
        <translation>不存在这一天，日期按签名原样显示。</translation>
    </message>
    <message>
        <source>weekday differs</source>
        <translation>星期不符</translation>
    </message>
    <message>
        <source>The day of the week does not fit the date.</source>
        <translation>星期与日期不符。</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>未签名</translation>
    </message>
    <message>
        <source>Somebody else added the signature.</source>
        <translation>签名是他人补上的。</translation>
    </message>
    <message>
        <source>several signatures</source>
        <translation>多个签名</translation>
    </message>
    <message>
        <source>It ends with more than one signature.</source>
        <translation>末尾有不止一个签名。</translation>
    </message>
    <message>
        <source>reply uncertain</source>
        <translation>回复对象不确定</translation>
    </message>
    <message>
        <source>The saved thread tree and the indentation disagree.</source>
        <translation>保存的讨论串结构与缩进不一致。</translation>
    </message>
    <message>
        <source>only headings</source>
        <translation>只有标题</translation>
    </message>
    <message>
        <source>This copy kept the headings of the page but none of its signed comments.</source>
        <translation>这份副本只保留了页面的标题，没有保留带签名的留言。</translation>
    </message>
    <message>
        <source>It stands in a closed or collapsed box: {title}</source>
        <translation>位于已关闭或折叠的框内：{title}</translation>
    </message>
    <message>
        <source>in a box</source>
        <translation>框内</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>You corrected the author; the copy says: {name}</source>
        <translation>您更正了作者；副本上写的是：{name}</translation>
    </message>
    <message>
        <source>author corrected</source>
        <translation>作者已更正</translation>
    </message>
    <message>
        <source>All comments by time. Headings and text without a signature stand in the view by threads.</source>
        <translation>所有留言按时间排列。标题和没有签名的文字在按讨论串的视图中。</translation>
    </message>
    <message>
        <source>▲ Part {at} of {count}, from “{section}”. Part before</source>
        <translation>▲ 第 {at} 部分，共 {count} 部分，从“{section}”开始。前一部分</translation>
    </message>
    <message>
        <source>▼ Part {at} of {count}, to “{section}”. Next part</source>
        <translation>▼ 第 {at} 部分，共 {count} 部分，到“{section}”为止。下一部分</translation>
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
        <translation>没有讨论的页面（条目）</translation>
    </message>
    <message>
        <source>Structured Discussions boards (what was said there is not in the file)</source>
        <translation>结构式讨论版（文件中没有其中的发言）</translation>
    </message>
    <message>
        <source>Pages of other namespaces</source>
        <translation>其他命名空间的页面</translation>
    </message>
    <message>
        <source>Pages not changed since the date</source>
        <translation>该日期以来未更改的页面</translation>
    </message>
    <message>
        <source>Pages older than what is stored</source>
        <translation>早于已存版本的页面</translation>
    </message>
    <message>
        <source>Pages that are broken or too large</source>
        <translation>损坏或过大的页面</translation>
    </message>
    <message>
        <source>Files that are no pages (pictures, scripts)</source>
        <translation>不是页面的文件（图片、脚本）</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>无法读取的文件</translation>
    </message>
    <message>
        <source>A Structured Discussions board, without its posts</source>
        <translation>结构式讨论版，没有其中的发言</translation>
    </message>
    <message>
        <source>Broken or too large</source>
        <translation>损坏或过大</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>中断</translation>
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
        <translation>失败</translation>
    </message>
    <message>
        <source>New pages</source>
        <translation>新页面</translation>
    </message>
    <message>
        <source>Changed pages</source>
        <translation>已更改的页面</translation>
    </message>
    <message>
        <source>Pages as stored before</source>
        <translation>与已存内容相同的页面</translation>
    </message>
    <message>
        <source>Copies put aside (cut off or empty)</source>
        <translation>放在一旁的副本（不完整或为空）</translation>
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
        <translation>已编辑的留言</translation>
    </message>
    <message>
        <source>Comments that are gone</source>
        <translation>已消失的留言</translation>
    </message>
    <message>
        <source>Pages with their whole history</source>
        <translation>含完整历史的页面</translation>
    </message>
    <message>
        <source>No discussion in it</source>
        <translation>其中没有讨论</translation>
    </message>
    <message>
        <source>Of another namespace</source>
        <translation>属于其他命名空间</translation>
    </message>
    <message>
        <source>Not changed since the date</source>
        <translation>该日期之后没有更改</translation>
    </message>
    <message>
        <source>Older than what is stored</source>
        <translation>比资料库中的版本旧</translation>
    </message>
    <message>
        <source>No page (picture, script, part of a page)</source>
        <translation>不是页面（图片、脚本、页面的附属文件）</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Imported {amount}.</source>
        <translation>已导入 {amount}。</translation>
    </message>
    <message>
        <source>Imported {amount}: {kinds}.</source>
        <translation>已导入 {amount}：{kinds}。</translation>
    </message>
</context>
<context>
    <name>origins</name>
    <message>
        <source>reviewed</source>
        <translation>已审阅</translation>
    </message>
    <message>
        <source>You wrote or confirmed this translation.</source>
        <translation>这是您撰写或确认的译文。</translation>
    </message>
    <message>
        <source>memory {percent} %</source>
        <translation>翻译记忆 {percent}%</translation>
    </message>
    <message>
        <source>From your translation memory; so much of the original is the same.</source>
        <translation>来自您的翻译记忆；百分比表示原文相同的程度。</translation>
    </message>
    <message>
        <source>machine draft</source>
        <translation>机器草稿</translation>
    </message>
    <message>
        <source>Made by a machine on this computer and read by nobody.</source>
        <translation>由本机的机器翻译生成，尚未有人审阅。</translation>
    </message>
    <message>
        <source>from a second file</source>
        <translation>来自另一文件</translation>
    </message>
    <message>
        <source>Found in the file that you opened as the translation.</source>
        <translation>取自您作为译文打开的文件。</translation>
    </message>
    <message>
        <source>from a subpage</source>
        <translation>来自子页面</translation>
    </message>
    <message>
        <source>Found on the page&apos;s subpage in the other language.</source>
        <translation>取自本页另一语言的子页面。</translation>
    </message>
    <message>
        <source>from the archive</source>
        <translation>来自存档</translation>
    </message>
    <message>
        <source>A person&apos;s translation, found on this page and lined up.</source>
        <translation>本页上的人工译文，已逐句对齐。</translation>
    </message>
    <message>
        <source>it repeats itself</source>
        <translation>有重复</translation>
    </message>
    <message>
        <source>a number is missing</source>
        <translation>缺少数字</translation>
    </message>
    <message>
        <source>its length is odd</source>
        <translation>长度异常</translation>
    </message>
    <message>
        <source>it is not translated</source>
        <translation>未翻译</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>it was translated in pieces</source>
        <translation>分段翻译</translation>
    </message>
    <message>
        <source>Show or hide the translation</source>
        <translation>显示或收起译文</translation>
    </message>
    <message>
        <source>add translation</source>
        <translation>添加译文</translation>
    </message>
    <message>
        <source>Nothing translates these words. Write it.</source>
        <translation>这些文字还没有译文，请撰写。</translation>
    </message>
</context>
<context>
    <name>safety</name>
    <message>
        <source>before the first change of a day</source>
        <translation>当天第一次修改之前</translation>
    </message>
    <message>
        <source>before an update of the file</source>
        <translation>文件升级之前</translation>
    </message>
    <message>
        <source>before another was restored</source>
        <translation>恢复另一份之前</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>Not all could be read of: {tables}.</source>
        <translation>以下部分未能全部读出：{tables}。</translation>
    </message>
    <message>
        <source>The damaged file is kept: {path}</source>
        <translation>损坏的文件保留在：{path}</translation>
    </message>
    <message>
        <source>The notes are as they were. The archive is empty: import its files anew. The damaged one is kept: {path}</source>
        <translation>标注保持原样。存档是空的：请重新导入原来的文件。损坏的存档保留在：{path}</translation>
    </message>
    <message>
        <source>The notes are those of the backup {copy}. The damaged file is kept: {path}</source>
        <translation>现在的标注来自备份 {copy}。损坏的文件保留在：{path}</translation>
    </message>
    <message>
        <source>Begin an empty archive</source>
        <translation>新建空存档</translation>
    </message>
    <message>
        <source>Save what is readable</source>
        <translation>抢救可读的内容</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>手动备份</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Auto follows the system, also while the program runs.</source>
        <translation>“自动”会跟随系统，程序运行时也会随之变化。</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Acts at once. Pages are always shown as they were written.</source>
        <translation>立即生效。页面始终按原文显示。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>The words that were signed are always shown on hover.</source>
        <translation>鼠标悬停时总会显示签名中的原文。</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>当地时间</translation>
    </message>
    <message>
        <source>As signed</source>
        <translation>按签名</translation>
    </message>
    <message>
        <source>A colour for each person</source>
        <translation>每人一种颜色</translation>
    </message>
    <message>
        <source>Names in the page are coloured; the name is always written.</source>
        <translation>页面中的用户名带有颜色；名字总会写出。</translation>
    </message>
    <message>
        <source>Single-letter keys in the reading pane</source>
        <translation>阅读面板中的单字母键</translation>
    </message>
    <message>
        <source>J, K, H, A, 1 to 5 and the like. The menus keep every command.</source>
        <translation>J、K、H、A、1 至 5 等。所有命令在菜单中仍可使用。</translation>
    </message>
    <message>
        <source>Begin with what was open the last time</source>
        <translation>启动时恢复上次打开的内容</translation>
    </message>
    <message>
        <source>All tabs, each at its place with its search.</source>
        <translation>所有标签页，连同各自的位置和搜索。</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>护眼黄</translation>
    </message>
    <message>
        <source>Font for Latin text</source>
        <translation>拉丁文字字体</translation>
    </message>
    <message>
        <source>For the page; the window keeps the font of the system.</source>
        <translation>用于页面；界面仍用系统字体。</translation>
    </message>
    <message>
        <source>Font for Chinese text</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>Automatic: the one that fits the script of each comment.</source>
        <translation>自动：按每条留言的简繁体选用。</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Chinese lines always get a little more than Latin ones.</source>
        <translation>中文行总比拉丁文行略高。</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Very wide</source>
        <translation>很宽</translation>
    </message>
    <message>
        <source>Width of the text</source>
        <translation>正文宽度</translation>
    </message>
    <message>
        <source>Long lines tire the eye; a narrow window has shorter ones.</source>
        <translation>行太长易使眼睛疲劳；窗口窄时行更短。</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>The whole window</source>
        <translation>整个窗口</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Also with Ctrl and +, -, 0 or the wheel.</source>
        <translation>也可用 Ctrl 加 +、-、0 或滚轮。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>While they are shown: View, Side by side.</source>
        <translation>在“视图 → 中英对照”开启时适用。</translation>
    </message>
    <message>
        <source>Beside the words</source>
        <translation>在原文旁边</translation>
    </message>
    <message>
        <source>Below the words</source>
        <translation>在原文下方</translation>
    </message>
    <message>
        <source>Language that comes first</source>
        <translation>排在前面的语言</translation>
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
        <translation>中文显示</translation>
    </message>
    <message>
        <source>For the eye only: names, links, notes and what is copied stay as written.</source>
        <translation>仅改变显示：用户名、链接、标注与复制的内容保持原样。</translation>
    </message>
    <message>
        <source>In Simplified characters</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>In Traditional characters (Taiwan)</source>
        <translation>繁体（台湾）</translation>
    </message>
    <message>
        <source>In Traditional characters (Hong Kong)</source>
        <translation>繁体（香港）</translation>
    </message>
    <message>
        <source>Below, on demand</source>
        <translation>在原文下方，按需展开</translation>
    </message>
    <message>
        <source>On the left, or above.</source>
        <translation>排在左边或上方。</translation>
    </message>
    <message>
        <source>LibreTranslate on this computer</source>
        <translation>本机的 LibreTranslate</translation>
    </message>
    <message>
        <source>Drafts by the LibreTranslate that runs at 127.0.0.1.</source>
        <translation>由运行在 127.0.0.1 的 LibreTranslate 起草译文。</translation>
    </message>
    <message>
        <source>Its port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Nothing is ever sent to another computer.</source>
        <translation>绝不会向其他计算机发送任何内容。</translation>
    </message>
    <message>
        <source>Machine translation</source>
        <translation>机器翻译</translation>
    </message>
    <message>
        <source>In the script it was written in</source>
        <translation>保持原文（简繁不变）</translation>
    </message>
    <message>
        <source>The one written first</source>
        <translation>先写的语言</translation>
    </message>
    <message>
        <source>Position of translations</source>
        <translation>译文位置</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>监视的文件夹</translation>
    </message>
    <message>
        <source>Files that are in it, or come into it, are imported by themselves once they are whole.</source>
        <translation>其中已有的和新放入的文件，会在写入完成后自动导入。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Indented by several levels at once</source>
        <translation>一次缩进了好几级</translation>
    </message>
    <message>
        <source>Its lines are indented unequally</source>
        <translation>各行缩进不一</translation>
    </message>
    <message>
        <source>The copy did not keep the name</source>
        <translation>副本没有保留姓名</translation>
    </message>
    <message>
        <source>The time can be read in two ways</source>
        <translation>时间有两种读法</translation>
    </message>
    <message>
        <source>The time zone is not known</source>
        <translation>时区不明</translation>
    </message>
    <message>
        <source>The date cannot exist</source>
        <translation>日期不存在</translation>
    </message>
    <message>
        <source>The weekday does not fit the date</source>
        <translation>星期与日期不符</translation>
    </message>
    <message>
        <source>Somebody else added the signature</source>
        <translation>签名是他人补上的</translation>
    </message>
    <message>
        <source>Signed more than once</source>
        <translation>签名不止一次</translation>
    </message>
    <message>
        <source>The wiki itself saw another thread</source>
        <translation>维基自身的讨论串与此不同</translation>
    </message>
    <message>
        <source>The copy kept only the headings</source>
        <translation>副本只保留了标题</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>wikitext</source>
        <translation>维基文本</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>moved with its words</source>
        <translation>已随文字移动</translation>
    </message>
    <message>
        <source>place is a guess</source>
        <translation>位置为推测</translation>
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
        <translation>标注</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text without a signature</source>
        <translation>没有签名的文字</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
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
        <translation>页首</translation>
    </message>
    <message>
        <source>Page without a title</source>
        <translation>无标题页面</translation>
    </message>
    <message>
        <source>time not known</source>
        <translation>时间不明</translation>
    </message>
    <message>
        <source>Something went wrong inside talkreader ({kind}). The details are in {log}.</source>
        <translation>talkreader 内部出错了（{kind}）。详情见 {log}。</translation>
    </message>
    <message>
        <source>first seen</source>
        <translation>首次出现</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>亲自翻译</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>no words on one side</source>
        <translation>一侧没有文字</translation>
    </message>
    <message>
        <source>one language only</source>
        <translation>只有一种语言</translation>
    </message>
    <message>
        <source>does not say its languages</source>
        <translation>未注明语言</translation>
    </message>
    <message>
        <source>yours says something else, and stays</source>
        <translation>与您已有的不同，保留您的</translation>
    </message>
    <message>
        <source>moved to {page}</source>
        <translation>已移至“{page}”</translation>
    </message>
    <message>
        <source>moved here from {page}</source>
        <translation>从“{page}”移来</translation>
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
