import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  edited,
  type ItemWork,
  refreshed,
  shownAnswer,
  untouched,
  workState,
} from "../../../../../renderer/features/checklist/item-work.ts";
import { createSaver } from "../../../../../renderer/features/checklist/saver.ts";
import type { Fault } from "../../../../../shared/contract/channel.ts";
import { type Answer, type AnswerPatch, emptyAnswer } from "../../../../../shared/domain/answer.ts";
import { DossierId, ItemId } from "../../../../../shared/domain/ids.ts";
import { Instant } from "../../../../../shared/domain/time.ts";
import { err, ok, type Result } from "../../../../../shared/result.ts";

const itemId = ItemId.parse("P-A1");
const dossierId = DossierId.parse("0".repeat(32));

/** A vault with one item, which refuses where a real one would. */
function smallVault() {
  let answer: Answer = { ...emptyAnswer, itemId, revision: 0, updatedAt: null, updatedBy: null };
  const calls: AnswerPatch[] = [];
  const state = { work: untouched(itemId), running: 0, overlapped: false, refusal: undefined as Fault | undefined };
  const put = (patch: AnswerPatch): void => {
    answer = { ...answer, ...(patch as Partial<Answer>), revision: answer.revision + 1, updatedAt: Instant.parse(1) };
  };
  const saver = createSaver({
    dossierId: () => dossierId,
    workOf: () => state.work,
    put: (_id, work: ItemWork) => {
      state.work = work;
    },
    refresh: async () => {
      state.work = refreshed(state.work, answer);
    },
    record: async ({ baseRevision, patch }): Promise<Result<{ revision: number; savedAt: Instant }, Fault>> => {
      calls.push(patch);
      state.overlapped ||= state.running > 0;
      state.running += 1;
      await new Promise((resolve) => setTimeout(resolve, 2));
      state.running -= 1;
      if (state.refusal !== undefined) return err(state.refusal);
      if (baseRevision !== answer.revision) return err({ code: "stale-revision" });
      put(patch);
      return ok({ revision: answer.revision, savedAt: Instant.parse(2) });
    },
  });
  return {
    state,
    calls,
    stored: () => answer,
    otherWindow: put,
    type: (patch: AnswerPatch) => {
      state.work = edited(state.work, patch);
      return saver.save(itemId);
    },
    save: () => saver.save(itemId),
  };
}

describe("the saver", () => {
  it("never has two calls for one item on their way", async () => {
    const vault = smallVault();
    const saves = [];
    for (const fact of ["受", "受入", "受入計", "受入計画"]) {
      saves.push(vault.type({ fact }));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(saves);
    assert.equal(vault.state.overlapped, false);
    assert.equal(vault.stored().fact, "受入計画");
    assert.equal(workState(vault.state.work), "saved");
  });

  it("ends only when what was typed meanwhile is stored too", async () => {
    const vault = smallVault();
    const first = vault.type({ answer: "minor" });
    vault.state.work = edited(vault.state.work, { fact: "後から" });
    await first;
    assert.equal(vault.stored().fact, "後から");
  });

  it("goes on over another window's change to other fields", async () => {
    const vault = smallVault();
    vault.otherWindow({ minutes: 12 });
    await vault.type({ answer: "none" });
    assert.equal(vault.stored().answer, "none");
    assert.equal(vault.stored().minutes, 12);
    assert.equal(workState(vault.state.work), "saved");
  });

  it("overwrites nothing another window wrote into the same field", async () => {
    const vault = smallVault();
    vault.otherWindow({ fact: "あちら" });
    await vault.type({ fact: "こちら" });
    assert.equal(vault.stored().fact, "あちら");
    assert.equal(shownAnswer(vault.state.work).fact, "こちら");
    assert.equal(workState(vault.state.work), "held");
  });

  it("stops at a refusal, keeps the text, and stores it once asked again", async () => {
    const vault = smallVault();
    vault.state.refusal = { code: "storage-full" };
    await vault.type({ fact: "残る" });
    assert.equal(vault.calls.length, 1);
    assert.equal(workState(vault.state.work), "failed");
    vault.state.refusal = undefined;
    await vault.save();
    assert.equal(vault.stored().fact, "残る");
  });
});
