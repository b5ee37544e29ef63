// HTML templates: whatever is put into one is text, wherever it stands.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Attributes, attributes, type Content, Html, html } from '../src/tab/html.ts';
import { text } from './support/random-plans.ts';

const evil = `"><script>alert(1)</script>' onload=x`;

describe('a value', () => {
  it.each<[where: string, made: () => Html, expected: string]>([
    ['in text', () => html`<p>${'<b>&"\''}</p>`, '<p>&lt;b&gt;&amp;&quot;&#39;</p>'],
    [
      'in an attribute',
      () => html`<p title="${evil}">`,
      '<p title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39; onload=x">',
    ],
    ['in an attribute after other words', () => html`<p class="a ${'b"c'}">`, '<p class="a b&quot;c">'],
    ['in a title', () => html`<title>${'</title><script>'}</title>`, '<title>&lt;/title&gt;&lt;script&gt;</title>'],
    ['as a number', () => html`<td>${12}</td>`, '<td>12</td>'],
    ['as nothing', () => html`<p>${null}${false}${''}</p>`, '<p></p>'],
    ['as a list', () => html`<ul>${['a<', html`<li>b</li>`, 3]}</ul>`, '<ul>a&lt;<li>b</li>3</ul>'],
    ['as a template', () => html`<p>${html`<b>${'<'}</b>`}</p>`, '<p><b>&lt;</b></p>'],
    ['after a tag with ">" in an attribute', () => html`<p title="a > b">${'<'}</p>`, '<p title="a > b">&lt;</p>'],
    ['that turns the text around it', () => html`<p>${'a\u202eb\u0007c'}</p>`, '<p>abc</p>'],
    ['of several lines', () => html`<p>${'a\nb\tc'}</p>`, '<p>a\nb\tc</p>'],
    ['that is half a character', () => html`<p>${'\ud800'}</p>`, '<p>\ufffd</p>'],
  ])('%s', (_, made, expected) => {
    expect(made().toString()).toBe(expected);
  });

  it.each([
    ['javascript:alert(1)', '#'],
    [' javascript:alert(1)', '#'],
    ['data:text/html,x', '#'],
    ['//evil.example', '#'],
    ['/\\evil.example', '#'],
    ['http://evil.example', '#'],
    ['http://localhost.evil.example', '#'],
    ['/tab/plan?area=a&party=b', '/tab/plan?area=a&amp;party=b'],
    ['#list', '#list'],
    ['?lang=en', '?lang=en'],
    ['https://example.com/a', 'https://example.com/a'],
    ['webcal://example.com/a.ics', 'webcal://example.com/a.ics'],
    ['http://127.0.0.1:3978/a', 'http://127.0.0.1:3978/a'],
  ])('as an address: %s', (address, expected) => {
    expect(html`<a href="${address}">`.toString()).toBe(`<a href="${expected}">`);
  });

  it('of any kind leaves the page with the elements that its template has', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const page = html`<p title="${first}">${second}</p>`.toString();
        expect(page.match(/[<>"]/g)).toEqual(['<', '"', '"', '>', '<', '>']);
      }),
    );
  });
});

describe('attributes', () => {
  it('are there, or not', () => {
    expect(
      attributes({ selected: true, checked: false, title: 'a"b', value: '', 'aria-current': null }).toString(),
    ).toBe(' selected title="a&quot;b" value=""');
  });

  it.each(['onclick', 'href', 'src', 'style', 'a b', '"'])('cannot be "%s"', (name) => {
    expect(() => attributes({ [name]: 'x' })).toThrow(/must stand in the template/);
  });
});

describe('a mistake in a template is found at its first use', () => {
  const value: Content = 'x';
  it.each<[string, () => Html]>([
    ['a value without quotes', () => html`<p title=${value}>`],
    ['a value in single quotes', () => html`<p title='${value}'>`],
    ['the name of an element', () => html`<${value}>`],
    ['text between attributes', () => html`<p ${value}>`],
    ['a script', () => html`<script>${value}</script>`],
    ['a style', () => html`<style>p { color: ${value} }</style>`],
    ['an element in an attribute', () => html`<p title="${html`<b></b>`}">`],
    ['attributes in text', () => html`<p>${attributes({ title: 'x' })}</p>`],
  ])('%s', (_, made) => {
    expect(made).toThrow(TypeError);
  });

  it('and nobody else makes HTML', () => {
    const key = Symbol('made here');
    // @ts-expect-error the key is the templates' own
    expect(() => new Html('<script>', key)).toThrow(TypeError);
    // @ts-expect-error the key is the templates' own
    expect(() => new Attributes(' onclick="x"', key)).toThrow(TypeError);
  });
});
