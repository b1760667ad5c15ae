// Verifies a receipt in the browser with nothing but the published heads. The rules are in transparency/README.md.
"use strict";
(() => {
  const here = document.currentScript;
  const words = JSON.parse(document.getElementById("words").textContent);
  const result = document.getElementById("result");
  const hex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const text = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const join = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const node = (left, right) => sha256(join([1], left, right));
  const same = (one, other) => text(one) === text(other);

  // Keys are sorted and values are whole numbers and NFC texts, so JSON.stringify spells them canonically.
  const canonical = (value) => {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    const members = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${members.join(",")}}`;
  };

  const signed = async (document, publicKey) => {
    const { signature, ...part } = document;
    const key = await crypto.subtle.importKey("raw", hex(publicKey), "Ed25519", false, ["verify"]);
    return crypto.subtle.verify("Ed25519", key, hex(signature), new TextEncoder().encode(canonical(part)));
  };

  const includes = async (leaf, index, size, path, root) => {
    if (!(index >= 0 && index < size)) return false;
    let [position, last, found] = [index, size - 1, leaf];
    for (const other of path) {
      if (last === 0) return false;
      if (position % 2 === 1 || position === last) {
        found = await node(other, found);
        while (position && position % 2 === 0) [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
      } else found = await node(found, other);
      [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
    }
    return last === 0 && same(found, root);
  };

  const continues = async (old, oldRoot, size, root, path) => {
    if (old === size) return path.length === 0 && same(oldRoot, root);
    if (!(old > 0 && old < size) || path.length === 0) return false;
    const steps = (old & (old - 1)) === 0 ? [oldRoot, ...path] : path;
    let [position, last] = [old - 1, size - 1];
    while (position % 2 === 1) [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
    let [before, after] = [steps[0], steps[0]];
    for (const other of steps.slice(1)) {
      if (last === 0) return false;
      if (position % 2 === 1 || position === last) {
        [before, after] = [await node(other, before), await node(other, after)];
        while (position && position % 2 === 0) [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
      } else after = await node(after, other);
      [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
    }
    return last === 0 && same(before, oldRoot) && same(after, root);
  };

  const LABELS = {
    "Reference": ["reference"], "Received at": ["received_at"], "Recorded at": ["recorded_at"],
    "Content hash": ["content_hash"], "Salt": ["salt"], "Index": ["index"], "Path": ["path"],
    "Head log": ["head", "log"], "Head size": ["head", "size"], "Head root": ["head", "root"],
    "Head signed at": ["head", "signed_at"], "Head key id": ["head", "key_id"],
    "Head signature": ["head", "signature"], "Signature": ["signature"],
  };

  const read = (source) => {
    if (source.trimStart().startsWith("{")) return JSON.parse(source);
    if (!source.includes("dilmac-receipt/1")) throw new Error("no receipt");
    const values = new Map();
    let current = null;
    for (const line of source.split(/\r?\n/).map((each) => each.trim())) {
      const labelled = /^(?:.* \/ )?([A-Z][A-Za-z ]+):\s*(.*)$/.exec(line);
      if (labelled && LABELS[labelled[1]]) {
        if (values.has(labelled[1])) throw new Error("twice");
        values.set(labelled[1], (current = labelled[2] ? [labelled[2]] : []));
      } else if (current && /^[0-9a-f]{64}$/.test(line)) current.push(line);
    }
    const document = { format: "dilmac-receipt/1", head: { format: "dilmac-head/1" } };
    for (const [label, place] of Object.entries(LABELS)) {
      if (!values.has(label)) throw new Error(label);
      const found = values.get(label);
      const inside = place.length === 1 ? document : document.head;
      const name = place[place.length - 1];
      inside[name] = name === "path" ? found : /^(index|size)$/.test(name) ? Number(found.join("")) : found.join("");
    }
    return document;
  };

  const checks = async (receipt, heads, submission) => {
    const found = {};
    const keys = new Map();
    for (const key of heads.public_keys) keys.set(text(await sha256(hex(key))), key);
    const head = receipt.head;
    const key = keys.get(head.key_id);
    found.receipt_signature = Boolean(key) && (await signed(receipt, key));
    found.head_signature = Boolean(key) && (await signed(head, key));
    const commitment = await sha256(join(hex(receipt.salt), hex(receipt.content_hash)));
    const leaf = await sha256(join([0], commitment));
    found.inclusion = await includes(leaf, receipt.index, head.size, receipt.path.map(hex), hex(head.root));
    const at = heads.heads.findIndex((each) => canonical(each.head) === canonical(head));
    found.head = at >= 0;
    found.consistency = at >= 0;
    for (let place = at + 1; found.consistency && place < heads.heads.length; place += 1) {
      const [before, { head: after, consistency }] = [heads.heads[place - 1].head, heads.heads[place]];
      found.consistency = keys.has(after.key_id) && (await signed(after, keys.get(after.key_id))) &&
        (await continues(before.size, hex(before.root), after.size, hex(after.root), consistency.map(hex)));
    }
    if (submission) found.content = text(await sha256(submission)) === receipt.content_hash;
    return found;
  };

  const say = (sentence, lines = []) => {
    result.replaceChildren();
    const first = document.createElement("p");
    first.append(Object.assign(document.createElement("strong"), { textContent: sentence }));
    const list = document.createElement("ul");
    for (const line of lines) list.append(Object.assign(document.createElement("li"), { textContent: line }));
    result.append(first, list);
  };

  const verify = async () => {
    let receipt;
    try {
      receipt = read(document.getElementById("receipt").value);
    } catch {
      return say(words.unreadable);
    }
    const file = document.getElementById("submission").files[0];
    const heads = await (await fetch(here.dataset.heads)).json();
    try {
      const found = await checks(receipt, heads, file && new Uint8Array(await file.arrayBuffer()));
      const lines = Object.entries(found).map(([name, holds]) => `${holds ? "✓" : "✗"} ${words[name]}`);
      return say(Object.values(found).every(Boolean) ? words.valid : words.invalid, lines);
    } catch (error) {
      return say(error instanceof DOMException ? words.unsupported : words.unreadable);
    }
  };

  document.getElementById("form").addEventListener("submit", (event) => {
    if (!globalThis.crypto?.subtle) return; // not a secure address: the server checks it
    event.preventDefault();
    verify();
  });
})();
