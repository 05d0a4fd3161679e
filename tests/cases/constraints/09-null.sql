UPDATE "parent" SET "code"=?1 WHERE "id" = ?2;
