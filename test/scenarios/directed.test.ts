import { describe, test } from 'vitest';
import { clocks } from './directed-clocks.ts';
import { equality } from './directed-equality.ts';
import { erasing } from './directed-erasing.ts';
import { meeting } from './directed-meeting.ts';
import { refusing } from './directed-refusing.ts';
import { sending } from './directed-sending.ts';
import { stock } from './directed-stock.ts';

describe('sending', () => {
  test.each(sending)('%s', (_, play) => play());
});

describe('refusing', () => {
  test.each(refusing)('%s', (_, play) => play());
});

describe('erasing', () => {
  test.each(erasing)('%s', (_, play) => play());
});

describe('meeting', () => {
  test.each(meeting)('%s', (_, play) => play());
});

describe('clocks', () => {
  test.each(clocks)('%s', (_, play) => play());
});

describe('stock', () => {
  test.each(stock)('%s', (_, play) => play());
});

describe('equality answers', () => {
  test.each(equality)('%s', (_, play) => play());
});
