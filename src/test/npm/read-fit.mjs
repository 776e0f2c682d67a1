// Reads FIT files with fit-file-parser: a path a line comes in, an object a line goes out.
import FitParser from 'fit-file-parser';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

for await (const path of createInterface({ input: process.stdin })) {
  const parser = new FitParser({ force: false, mode: 'list', speedUnit: 'm/s', lengthUnit: 'm' });
  const fit = await parser.parseAsync(readFileSync(path));
  const { sessions, laps, records, events, file_ids, activity, field_descriptions } = fit;
  console.log(JSON.stringify({ sessions, laps, records, events, file_ids, activity, field_descriptions }));
}
