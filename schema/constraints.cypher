// Uniqueness, range, point and full-text indexes of the graph. Idempotent, one statement at a time.
CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT competence_id IF NOT EXISTS FOR (n:Competence) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT theme_id IF NOT EXISTS FOR (n:Theme) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT production_id IF NOT EXISTS FOR (n:Production) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT copy_id IF NOT EXISTS FOR (n:Copy) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT venue_id IF NOT EXISTS FOR (n:Venue) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT territory_id IF NOT EXISTS FOR (n:Territory) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT partnership_id IF NOT EXISTS FOR (n:Partnership) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT need_id IF NOT EXISTS FOR (n:Need) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT offer_id IF NOT EXISTS FOR (n:Offer) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT research_output_id IF NOT EXISTS FOR (n:ResearchOutput) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT indicator_id IF NOT EXISTS FOR (n:Indicator) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT survey_id IF NOT EXISTS FOR (n:Survey) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT survey_response_id IF NOT EXISTS FOR (n:SurveyResponse) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT travel_times_id IF NOT EXISTS FOR (n:TravelTimes) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT reference_territory_id IF NOT EXISTS FOR (n:ReferenceTerritory) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT import_id IF NOT EXISTS FOR (n:Import) REQUIRE n.id IS UNIQUE;
CREATE INDEX commune_code IF NOT EXISTS FOR (n:Commune) ON (n.code);
CREATE INDEX actor_family IF NOT EXISTS FOR (n:Actor) ON (n.family);
CREATE INDEX event_earliest IF NOT EXISTS FOR (n:Event) ON (n.earliest);
CREATE POINT INDEX commune_location IF NOT EXISTS FOR (n:Commune) ON (n.location);
CREATE FULLTEXT INDEX search_french IF NOT EXISTS
FOR (n:Actor|Competence|Theme|Production|Territory|Source)
ON EACH [n.name, n.acronym, n.labelFr, n.labelEn, n.title, n.summaryFr, n.definitionFr, n.publisher]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'french', `fulltext.eventually_consistent`: false } };
CREATE FULLTEXT INDEX search_prefix IF NOT EXISTS
FOR (n:Actor|Competence|Theme|Production|Territory|Source)
ON EACH [n.name, n.acronym, n.labelFr, n.labelEn, n.title]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: false } };
CREATE CONSTRAINT contours_id IF NOT EXISTS FOR (n:Contours) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT change_id IF NOT EXISTS FOR (n:Change) REQUIRE n.id IS UNIQUE;
CREATE INDEX change_subject IF NOT EXISTS FOR (n:Change) ON (n.subject);
CREATE INDEX change_import IF NOT EXISTS FOR (n:Change) ON (n.importId);
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE INDEX statement_subject IF NOT EXISTS FOR (n:Statement) ON (n.subject);
CREATE INDEX statement_import IF NOT EXISTS FOR (n:Statement) ON (n.importId);
CREATE CONSTRAINT distinction_id IF NOT EXISTS FOR (n:Distinction) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT column_mapping_id IF NOT EXISTS FOR (n:ColumnMapping) REQUIRE n.id IS UNIQUE;
