import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '@diemcau/testkit';
import { field, list, startUnderTest, text, walkPages, type ServerUnderTest } from './under-test.ts';

let house: ServerUnderTest;
beforeAll(async () => {
  house = await startUnderTest((await freshDatabase()).url);
});
afterAll(() => house.stop());

describe('the first administrator', () => {
  const body = async () => ({
    secret: await house.server.accounts.openFirstSecret(),
    login: 'Hanh',
    name: 'Trần Thị Hạnh',
    password: 'mot mat khau du dai',
  });

  test('O6: a wrong link makes nobody, and is noticed', async () => {
    const wrong = await house
      .browser()
      .send('POST', '/administrators/first', { ...(await body()), secret: 'AAAAAAAAAAAAAAAAAAAAAA' });
    expect(wrong).toMatchObject({ status: 404, code: 'account.link_invalid' });
    const rows = await house.query(`select body from audit where body like '%session.signInFailed%'`);
    expect(rows).toHaveLength(1);
  });

  test('O6: a short password is refused with the field that is wrong', async () => {
    const answer = await house
      .browser()
      .send('POST', '/administrators/first', { ...(await body()), password: 'short' });
    expect(answer).toMatchObject({
      status: 400,
      code: 'request.invalid',
      body: { fields: [{ path: 'password', code: 'too_small' }] },
    });
  });

  test('O6: the link makes one account over the root and signs it in; used again it is dead', async () => {
    const one = house.browser();
    const first = await body();
    const made = await one.send('POST', '/administrators/first', first);
    expect(made).toMatchObject({ status: 201, body: { login: 'hanh', name: 'Trần Thị Hạnh' } });
    expect(made.body).not.toHaveProperty('password');
    expect((await one.send('GET', '/session')).body).toMatchObject({ administrator: { login: 'hanh' }, demo: false });
    expect(await house.browser().send('POST', '/administrators/first', { ...first, login: 'other' })).toMatchObject({
      status: 404,
      code: 'account.link_invalid',
    });
    expect(await house.server.accounts.openFirstSecret()).toBeNull();
  });

  test('O7: the session cookie is out of reach of scripts, and neither it nor the password is stored as it is', async () => {
    const one = house.browser();
    const answer = await one.send('POST', '/session', { login: ' HANH ', password: 'mot mat khau du dai' });
    expect(String(answer.headers['set-cookie'])).toMatch(/session=[\w-]{22}; .*HttpOnly; SameSite=Lax/);
    const token = one.cookies.get('session') ?? '';
    expect(token).toHaveLength(22);
    const rows = await house.query<{ all: string }>(
      `select (select string_agg(s::text, '') from session s) || (select string_agg(a::text, '') from account a) as all`,
    );
    expect(rows[0]?.all).not.toContain(token);
    expect(rows[0]?.all).not.toContain('mot mat khau');
  });

  test('O7: signing out ends the session for good', async () => {
    const one = house.browser();
    await one.send('POST', '/session', { login: 'hanh', password: 'mot mat khau du dai' });
    const stolen = new Map(one.cookies);
    expect((await one.send('DELETE', '/session')).status).toBe(204);
    const thief = house.browser();
    for (const [name, value] of stolen) thief.cookies.set(name, value);
    expect(await thief.send('GET', '/units')).toMatchObject({ status: 401, code: 'access.sign_in' });
  });
});

describe('signing in', () => {
  test('O8: a wrong password and an unknown login get the same answer', async () => {
    const wrong = await house.browser().send('POST', '/session', { login: 'hanh', password: 'wrong' });
    const unknown = await house.browser().send('POST', '/session', { login: 'nobody-there', password: 'wrong' });
    expect(wrong).toMatchObject({ status: 401, code: 'account.wrong_password' });
    expect(unknown.body).toEqual(wrong.body);
  });

  test('O8: after five failures the login waits 15 minutes, even with the right password', async () => {
    const attempt = (password: string) => house.browser().send('POST', '/session', { login: 'hanh', password });
    for (let i = 0; i < 4; i++) await attempt('wrong');
    expect(await attempt('mot mat khau du dai')).toMatchObject({ status: 429, code: 'account.throttled' });
    house.clock.now += 15 * 60_000;
    expect((await attempt('mot mat khau du dai')).status).toBe(200);
  });
});

describe('the tree of units', () => {
  test('O9: it begins with the units of the administrator, then goes down level by level', async () => {
    const one = house.browser();
    await one.send('POST', '/session', { login: 'hanh', password: 'mot mat khau du dai' });
    const root = await one.send('GET', '/units');
    expect(root.body).toMatchObject({
      items: [{ code: 'TW', kind: 'centre', parentId: null, children: 34 }],
      next: null,
    });
    const provinces = await one.send('GET', `/units?parentId=${text(root.body, 'items.0.unitId')}&limit=200`);
    expect(list(provinces.body, 'items')).toHaveLength(34);
    const thaiNguyen = list(provinces.body, 'items').find((unit) => field(unit, 'code') === '19');
    expect(thaiNguyen).toMatchObject({ name: 'Tỉnh Thái Nguyên', kind: 'province', children: 92 });
  });

  test('O9: a search without accents finds units anywhere below, page by page, each once', async () => {
    const one = house.browser();
    await one.send('POST', '/session', { login: 'hanh', password: 'mot mat khau du dai' });
    const names = async (q: string, limit: number) =>
      (await walkPages(one, `/units?q=${encodeURIComponent(q)}`, limit)).map((unit) => text(unit, 'name'));
    const found = await names('HOÀ', 31);
    expect(found.length).toBeGreaterThan(200);
    expect(found).toContain('Phường Hòa Bình');
    expect(await names('hòa', 200)).toEqual(found);
    expect(await names('hoa', 199)).toEqual(found);
  });

  test('O5: an unknown unit is a 404', async () => {
    const one = house.browser();
    await one.send('POST', '/session', { login: 'hanh', password: 'mot mat khau du dai' });
    expect(await one.send('GET', '/units?parentId=00000000-0000-7000-8000-000000000000')).toMatchObject({
      status: 404,
      code: 'unit.not_found',
    });
  });
});
