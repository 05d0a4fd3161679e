UPDATE "child" SET "low"=?1,"changed"=CASE WHEN "low" IS NOT ?1 THEN substr(strftime('%Y-%m-%dT%H:%M:%f','now'),1,23)||'Z' ELSE "changed" END WHERE "id" = ?2;
