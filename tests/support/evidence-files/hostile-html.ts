/** Where hostile pages would like to phone. */
export const hostileHost = "evil.example";

/** A page that tries everything a saved page can: to script, to load, to navigate, to send, to phone. */
export const hostileHtml = `<!doctype html><html><head><meta charset="utf-8"><title>悪意のあるページ</title>
<base href="https://${hostileHost}/"><meta http-equiv="refresh" content="0;url=https://${hostileHost}/refresh">
<link rel="stylesheet" href="https://${hostileHost}/style.css"><link rel="preconnect" href="https://${hostileHost}">
<link rel="dns-prefetch" href="//${hostileHost}"><style>@import url(https://${hostileHost}/import.css);
body{background:url(https://${hostileHost}/background.png)}</style>
<script>top.kuraPwned = true; fetch("https://${hostileHost}/fetch"); location = "https://${hostileHost}/location"</script>
<script src="https://${hostileHost}/script.js"></script></head>
<body onload="top.kuraPwned = true" background="https://${hostileHost}/body.png">
<h1>髙橋 﨑子の経歴</h1><p style="background-image:url('https://${hostileHost}/inline.png')">𠮷田財団の寄付を受けた。葛󠄀城 ﾊﾝｶｸ</p>
<a href="https://${hostileHost}/link" ping="https://${hostileHost}/ping" target="_top">公式の発表</a>
<a href="javascript:top.kuraPwned=true">実行する</a>
<img src="https://${hostileHost}/image.png" srcset="https://${hostileHost}/large.png 2x" alt="写真" onerror="top.kuraPwned=true">
<img src="x:x" onerror="top.kuraPwned=true"><img src="data:image/svg+xml,<svg onload=alert(1)>">
<iframe src="https://${hostileHost}/frame"></iframe><iframe srcdoc="<script>top.kuraPwned=true</script>"></iframe>
<object data="https://${hostileHost}/object"></object><embed src="https://${hostileHost}/embed">
<video src="https://${hostileHost}/video" autoplay></video><audio src="https://${hostileHost}/audio"></audio>
<form action="https://${hostileHost}/form" id="f"><input name="a" value="1"><button>送る</button></form>
<svg><script>top.kuraPwned=true</script><image href="https://${hostileHost}/svg.png"/><a href="javascript:top.kuraPwned=true"><text>x</text></a></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=top.kuraPwned=true>"></mglyph></table></mtext></math>
<noscript><p title="</noscript><img src=x onerror=top.kuraPwned=true>"></noscript>
<template><script>top.kuraPwned=true</script></template><style><img src="</style><img src=x onerror=top.kuraPwned=true//"></style>
<details ontoggle="top.kuraPwned=true" open><summary>開く</summary>中身</details>
<p>終わり</p></body></html>`;
