using System.Diagnostics.CodeAnalysis;

[assembly: UnconditionalSuppressMessage("Trimming", "IL2026", Scope = "namespaceanddescendants", Target = "~N:DirectRoute.Core.Manifests",
    Justification = "The length attributes are data for the schema generator; only their IsValid, which nobody calls, reflects.")]
