using System.Globalization;

namespace DirectRoute.Benchmarks;

/// <summary>One measured number.</summary>
internal sealed record Figure(string Name, double Value, string Unit)
{
    public override string ToString() => $"{Name} {Value.ToString("0.##", CultureInfo.InvariantCulture)} {Unit}";
}

/// <summary>Figures that are measured together.</summary>
/// <param name="Names">What comes out of <paramref name="MeasureAsync"/>; decides whether it is run at all.</param>
internal sealed record Benchmark(IReadOnlyList<string> Names, Func<IAsyncEnumerable<Figure>> MeasureAsync);

/// <summary>Prints a line for each figure whose name begins as asked.</summary>
internal static class Runner
{
    private static readonly IReadOnlyList<Benchmark> All = [.. CompileBenchmarks.All, .. VelocityBenchmarks.All, .. LocalBenchmarks.All, .. OperatorBenchmarks.All];

    public static async Task<int> RunAsync(string prefix)
    {
        var wanted = All.Where(b => b.Names.Any(n => IsWanted(n, prefix))).ToList();
        if (wanted.Count == 0)
        {
            await Console.Error.WriteLineAsync($"No figure begins with '{prefix}'. There are: {string.Join(", ", All.SelectMany(b => b.Names))}");
            return 2;
        }
        foreach (var benchmark in wanted)
        {
            await foreach (var figure in benchmark.MeasureAsync())
            {
                if (IsWanted(figure.Name, prefix)) Console.WriteLine(figure);
            }
        }
        return 0;
    }

    private static bool IsWanted(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal);
}
