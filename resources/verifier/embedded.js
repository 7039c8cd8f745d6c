// What the workshop put into this page: its name, keys, vouches, newest list, sentences.

const EMBEDDED = JSON.parse(document.getElementById("embedded").textContent);
