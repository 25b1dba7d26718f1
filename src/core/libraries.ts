import { provideClusterPatcher } from './cluster/cluster-patcher.ts';
import { patchCluster } from './cluster/patch-cluster.ts';
import { providePassedOverReader } from './control/dialects/gateway-api/attach/passed-over-reader.ts';
import { readPassedOver } from './control/dialects/gateway-api/attach/passed-over-routes.ts';
import { MESH_RULES } from './control/dialects/gateway-api/compile/all-mesh-rules.ts';
import { provideMeshRules } from './control/dialects/gateway-api/compile/mesh-rules.ts';
import { GATEWAY_COMPILER } from './control/dialects/gateway-api/gateways/compile-gateways.ts';
import { provideGatewayCompiler } from './control/dialects/gateway-api/gateways/gateway-compiler.ts';
import { attachPolicies } from './control/dialects/gateway-api/policies/attach-policies.ts';
import { providePolicyReader } from './control/dialects/gateway-api/policies/policy-reader.ts';
import { checkIngress } from './control/dialects/ingress-api/check/check-ingress.ts';
import { compileIngress, servicesOfIngresses } from './control/dialects/ingress-api/compile-ingress.ts';
import { drawIngress } from './control/dialects/ingress-api/draw/draw-ingress.ts';
import { provideIngressCompiler } from './control/dialects/ingress-api/ingress.ts';
import { checkIstio } from './control/dialects/istio/check/check-istio.ts';
import { compileIstio } from './control/dialects/istio/compile-istio.ts';
import { provideIstioCompiler } from './control/dialects/istio/istio.ts';
import { namedServices } from './control/dialects/istio/named-services.ts';
import { provideInfluenceReader } from './control/not-simulated/influence-reader.ts';
import { influencesOf } from './control/not-simulated/influences.ts';
import { ACCESS_STAGE } from './dataplane/access/access-stage.ts';
import { provideAccessStage } from './dataplane/access-stage.ts';
import { actingPolicies } from './dataplane/acting-policies.ts';
import { HOST_FINDERS, RARE_ENDS } from './dataplane/all-rare-ways.ts';
import { runFilters } from './dataplane/apply-filters.ts';
import { playAttempts } from './dataplane/attempts.ts';
import { provideAttempts } from './dataplane/attempts-player.ts';
import { choicesOn } from './dataplane/choices.ts';
import { didYouMean } from './dataplane/did-you-mean.ts';
import { provideFilterRunner } from './dataplane/filters.ts';
import { provideHostFinders } from './dataplane/host-finders.ts';
import { influencesOn } from './dataplane/influences-on.ts';
import { provideSuggester } from './dataplane/name-suggester.ts';
import { notesOnRivals } from './dataplane/notes-on-rivals.ts';
import { provideRareEnds } from './dataplane/rare-ends.ts';
import { provideRivalsNoter } from './dataplane/rivals-noter.ts';
import { provideChoices } from './dataplane/with-choices.ts';
import { provideInfluenceNotes } from './dataplane/with-influences.ts';
import { provideActingPolicies } from './dataplane/with-policies.ts';
import { readDifficultPart } from './manifest/difficult-part.ts';
import { provideDifficultReader } from './manifest/difficult-reader.ts';
import { provideProblemCodes } from './manifest/problem.ts';
import { PROBLEM_CODES } from './manifest/problem-codes.ts';
import { compileWithRE2 } from './match/compiled-pattern.ts';
import { providePatternEngine } from './match/pattern.ts';
import { provideMapPatcher } from './text/map-patcher.ts';
import { patchedMap } from './text/patched-map.ts';
import './resource/kinds/rare-kind-definitions.ts';
import { provideGatewayRules } from './control/gateway-rules.ts';
import { gatewayUnderProfile } from './control/gateway-under-profile.ts';
import { attachedPolicy } from './resource/attached-policy.ts';
import { checkCharacters } from './resource/deceiving-characters.ts';
import { provideDocumentChecks } from './resource/document-checks.ts';
import { kindlessProblem } from './resource/kindless.ts';
import { decodeFilters } from './resource/kinds/gateway-api/decode-filters.ts';
import { provideFilterDecoder } from './resource/kinds/gateway-api/filter-decoder.ts';
import { KUSTOMIZATIONS } from './resource/kustomization.ts';
import { provideKustomizationReader } from './resource/kustomization-reader.ts';
import { OBJECT_PROBLEMS } from './resource/object-problems.ts';
import { provideRareDocuments } from './resource/rare-documents.ts';
import { kustomizationProblem, skipDocument } from './resource/skipped-files.ts';
import { VIOLATIONS } from './resource/violations.ts';

/**
 * Provides the libraries and readers that some bundles do not need: RE2 for patterns, the reader of difficult
 * documents with its error-tolerant YAML parser, the definitions of rare kinds, the compiler of Gateways, filters,
 * the codes and checks of problems, and the readers of kustomizations, policies, choices of a profile, routes
 * that are passed over and objects that are not simulated.
 */
export function provideLibraries(): void {
  provideClusterPatcher(patchCluster);
  provideMapPatcher(patchedMap);
  providePatternEngine(compileWithRE2);
  provideKustomizationReader(KUSTOMIZATIONS);
  provideDifficultReader(readDifficultPart);
  provideInfluenceReader(influencesOf);
  provideInfluenceNotes(influencesOn);
  providePassedOverReader(readPassedOver);
  provideGatewayCompiler(GATEWAY_COMPILER);
  provideIstioCompiler({ compile: compileIstio, namedServices, check: checkIstio });
  provideIngressCompiler({
    compile: compileIngress,
    namedServices: servicesOfIngresses,
    draw: drawIngress,
    check: checkIngress,
  });
  provideAccessStage(ACCESS_STAGE);
  provideProblemCodes(PROBLEM_CODES);
  provideDocumentChecks({
    checkCharacters,
    kindlessProblem,
    objectProblems: OBJECT_PROBLEMS,
    violations: VIOLATIONS,
  });
  provideRareDocuments({ attachedPolicy, kustomizationProblem, skipDocument });
  provideGatewayRules(gatewayUnderProfile);
  provideFilterDecoder(decodeFilters);
  provideFilterRunner(runFilters);
  provideMeshRules(MESH_RULES);
  provideHostFinders(HOST_FINDERS);
  provideRareEnds(RARE_ENDS);
  provideAttempts(playAttempts);
  provideSuggester(didYouMean);
  provideRivalsNoter(notesOnRivals);
  providePolicyReader(attachPolicies);
  provideActingPolicies(actingPolicies);
  provideChoices(choicesOn);
}
