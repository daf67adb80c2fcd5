// Runs the reference translator (WebAssembly) on jobs read from standard input, one JSON a line:
//   {"model": path, "vocabulary": path, "shortlist": path or null, "sentences": [...], "html": bool, "products": bool, "together": bool}
// and answers each with one line: {"texts": [...], "milliseconds": n of the processor, "products": [[...]]}. One sentence a call, unless together.
'use strict';
const fs = require('fs'), path = require('path'), readline = require('readline');

const worker = path.join(__dirname, 'node_modules/@browsermt/bergamot-translator/worker');
const products = {
  int8_prepare_a: 'int8PrepareAFallback', int8_prepare_b: 'int8PrepareBFallback', int8_prepare_b_from_transposed: 'int8PrepareBFromTransposedFallback',
  int8_prepare_b_from_quantized_transposed: 'int8PrepareBFromQuantizedTransposedFallback', int8_prepare_bias: 'int8PrepareBiasFallback',
  int8_multiply_and_add_bias: 'int8MultiplyAndAddBiasFallback', int8_select_columns_of_b: 'int8SelectColumnsOfBFallback',
};
let memory, record = null;

// The last arguments of the product: rows, inputs, columns, where the result is.
function keep(name, args) {
  if (record && name === 'int8_prepare_a') {
    const [at, , , rows, columns] = args;
    record.push({ rows, columns, input: true, values: Array.from(new Float32Array(memory.buffer, at, rows * columns)) });
  }
  if (record && name === 'int8_multiply_and_add_bias') {
    const [rows, , columns, at] = args.slice(-4);
    record.push({ rows, columns, values: Array.from(new Float32Array(memory.buffer, at, rows * columns)) });
  }
}

function load(file, alignment) {
  const bytes = file ? fs.readFileSync(file) : Buffer.alloc(0);
  const held = new Module.AlignedMemory(bytes.length, alignment);
  if (bytes.length) held.getByteArrayView().set(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  return held;
}

const options = ['beam-size: 1', 'normalize: 1.0', 'word-penalty: 0', 'cpu-threads: 0', 'gemm-precision: int8shiftAlphaAll', 'skip-cost: true', 'alignment: soft',
  'quiet: true', 'quiet-translation: true', 'max-length-break: 128', 'mini-batch-words: 1024', 'workspace: 128', 'max-length-factor: 2.0', 'ssplit-mode: sentence'];

function run(job) {
  const list = new Module.AlignedMemoryList();
  list.push_back(load(job.vocabulary, 64));
  const model = new Module.TranslationModel(options.join('\n') + '\n', load(job.model, 256), load(job.shortlist, 64), list, null);
  const service = new Module.BlockingService({ cacheSize: 0 });
  const texts = [];
  record = job.products ? [] : null;
  const calls = job.together ? [job.sentences] : job.sentences.map(s => [s]);
  const start = process.cpuUsage();
  for (const call of calls) {
    const input = new Module.VectorString(), asked = new Module.VectorResponseOptions();
    for (const sentence of call) {
      input.push_back(sentence);
      asked.push_back({ qualityScores: false, alignment: !!job.html, html: !!job.html });
    }
    const output = service.translate(model, input, asked);
    for (let i = 0; i < call.length; i++) texts.push(output.get(i).getTranslatedText());
    input.delete(); asked.delete(); output.delete();
  }
  const used = process.cpuUsage(start), milliseconds = (used.user + used.system) / 1000;
  const answer = { texts, milliseconds, products: record };
  record = null;
  model.delete(); service.delete();
  return answer;
}

global.Module = {
  instantiateWasm(imports, accept) {
    memory = imports.env.memory;
    const wasm_gemm = Object.fromEntries(Object.entries(products).map(([name, own]) => [name, (...args) => { const result = Module.asm[own](...args); if (record) keep(name, args); return result; }]));
    WebAssembly.instantiate(fs.readFileSync(path.join(worker, 'bergamot-translator-worker.wasm')), { ...imports, wasm_gemm }).then(({ instance }) => accept(instance));
    return {};
  },
  onRuntimeInitialized() {
    readline.createInterface({ input: process.stdin }).on('line', line => {
      process.stdout.write(JSON.stringify(run(JSON.parse(line))) + "\n");
    });
  },
};
eval.call(global, fs.readFileSync(path.join(worker, 'bergamot-translator-worker.js'), 'utf8'));
