using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Managed.Agents.Webhooks;

namespace Managed.Agents.Benchmarks.Webhooks;

/// <summary>Measures the verification and reading of a delivery against its two parts alone: the HMAC and a source-generated parse.</summary>
internal static class WebhookRun
{
    private const int Rounds = 40;
    private const int Deliveries = 20_000;
    private const string Key = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        """{"type":"event","id":"whe_01RQxUiTgyktk8JncQ7NQds6","created_at":"2026-11-21T09:00:00.123456Z","data":{"type":"session.thread_created","id":"sesn_01Aa2Bb3Cc4Dd5Ee6Ff7Gg8HhJj9Kk2LmMnxxxxxxxxxxxxxxxxxxx","organization_id":"org_8f4e2a7c-91d3-4b6f-a5c8-0e7d2b1f9a34-eu-central","workspace_id":"wrkspc_01Jj2Kk3Ll4Mm5Nn6Pp7Qq8RrSs9Tt2Uv3Ww","session_thread_id":"sthr_01Ss2Tt3Uu4Vv5Ww6Xx7Yy8ZzAa9Bb2Cc3Dd"}}""");

    public static int Run()
    {
        var headers = new WebhookSigner(Key).Sign(Body, "whe_01RQxUiTgyktk8JncQ7NQds6");
        var verifier = new WebhookVerifier(Key);
        var secret = Convert.FromBase64String(Key["whsec_".Length..]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{headers.Id}.{headers.Timestamp}."), .. Body];
        var mac = new byte[HMACSHA256.HashSizeInBytes];

        (string Name, Func<bool> Do)[] parts =
        [
            ("verify + read", () => verifier.Unwrap(Body, headers).Event is SessionThreadCreatedWebhook),
            ("verify alone", () => verifier.Verify(Body, headers).IsVerified),
            ("HMAC alone", () => HMACSHA256.HashData(secret, signed, mac) == mac.Length),
            ("plain parse", () => JsonSerializer.Deserialize(Body, PlainJson.Default.PlainDelivery)!.Data!.Id is not null),
        ];

        Console.WriteLine($"A delivery of {Body.Length} bytes, {Deliveries:N0} per round; {Rounds} interleaved rounds, medians of the last {Rounds / 2}");
        var taken = parts.ToDictionary(static part => part.Name, static _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < parts.Length; i++)
            {
                var (name, work) = parts[(round + i) % parts.Length];
                var nanoseconds = Measure(work);
                // Tiered compilation takes about the first half.
                if (round >= Rounds / 2)
                    taken[name].Add(nanoseconds);
            }
        }

        foreach (var (name, times) in taken)
            Console.WriteLine($"  {name,-14} {Median.Of(times),8:F0} ns (best {times.Min():F0})");

        // The ratio is computed per round, so that both sides ran under the same load.
        var allowed = taken["HMAC alone"].Zip(taken["plain parse"], static (hmac, parse) => hmac + (2 * parse));
        return Bound.WebhookTimeToParts.Check(Median.OfRatios(taken["verify + read"], allowed)) ? 0 : 1;
    }

    private static double Measure(Func<bool> work)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Deliveries; i++)
        {
            if (!work())
                throw new InvalidOperationException("The result differs from the delivery that was signed.");
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Deliveries;
    }
}
